"""Serves the folder `site` on this computer only: python serve.py [port].

Needs Python 3.8 or newer and nothing else. Sends the headers of site/_headers.
Not for the public internet.
"""
import os
import re
import sys
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "site")


def read_rules():
    """Rules of `_headers`: an unindented line is a path, the indented ones below it are headers."""
    rules = []
    with open(os.path.join(ROOT, "_headers"), encoding="utf-8") as lines:
        for line in lines:
            header = re.match(r"\s+([\w-]+):\s*(.+?)\s*$", line)
            if header:
                rules[-1][1].append(header.groups())
            elif line.startswith("/"):
                rules.append((line.strip(), []))
    return rules


class Handler(SimpleHTTPRequestHandler):
    # Windows may have told Python other types; a module script needs the right one.
    extensions_map = {
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".json": "application/json; charset=utf-8",
        ".png": "image/png",
        ".txt": "text/plain; charset=utf-8",
        "": "application/octet-stream",
    }
    rules = read_rules()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, directory=ROOT, **kwargs)

    def send_head(self):
        if urlsplit(self.path).path == "/_headers":
            self.send_error(404)
            return None
        return super().send_head()

    def list_directory(self, path):
        self.send_error(404)
        return None

    def end_headers(self):
        path = urlsplit(self.path).path
        headers = {"Cache-Control": "no-cache"}
        for pattern, found in self.rules:
            if path == pattern or (pattern.endswith("*") and path.startswith(pattern[:-1])):
                headers.update(found)
        for name, value in headers.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code, message=None, explain=None):
        """Says 404 with the site's own page."""
        if code != 404:
            super().send_error(code, message, explain)
            return
        with open(os.path.join(ROOT, "404.html"), "rb") as page:
            body = page.read()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format, *args):
        """Nobody's visit is written down."""


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8080
    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    print(f"http://localhost:{server.server_address[1]}/", flush=True)
    server.serve_forever()
