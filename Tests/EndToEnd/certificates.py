"""Certificates for one test, made by openssl: an authority, a broker, a client, and strangers."""

import os
import subprocess

EXTENSIONS = {
    "broker": "subjectAltName=IP:127.0.0.1,DNS:localhost",
    "elsewhere": "subjectAltName=DNS:elsewhere.example",
    "client": "subjectAltName=DNS:client.example",
}


class Certificates:
    """Files in a folder: NAME.pem and NAME.key for each."""

    def __init__(self, folder):
        self.folder = folder
        self.authority("ca")
        self.authority("strangers")
        for name in ("broker", "elsewhere", "client"):
            self.signed(name)

    def path(self, name):
        return os.path.join(self.folder, name)

    def openssl(self, *arguments):
        result = subprocess.run(
            ["openssl", *arguments], cwd=self.folder, capture_output=True, encoding="utf-8",
            timeout=60, check=False)
        if result.returncode:
            raise AssertionError(f"openssl {arguments}: {result.stderr}")

    def authority(self, name):
        self.openssl(
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
            "-days", "2", "-subj", f"/CN=regroup test {name}", "-keyout", f"{name}.key",
            "-out", f"{name}.pem", "-addext", "basicConstraints=critical,CA:TRUE")

    def signed(self, name, *options, by="ca", extension=None):
        self.openssl(
            "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
            "-subj", f"/CN={name}", "-keyout", f"{name}.key", "-out", f"{name}.csr")
        with open(self.path(f"{name}.ext"), "w", encoding="utf-8") as file:
            file.write(extension or EXTENSIONS[name])
        self.openssl(
            "x509", "-req", "-in", f"{name}.csr", "-CA", f"{by}.pem", "-CAkey", f"{by}.key",
            "-CAcreateserial", "-days", "2", "-extfile", f"{name}.ext", "-out", f"{name}.pem",
            *options)

    def encrypt(self, name, password):
        """NAME.store: key, encrypted by a password, and certificate in one file."""
        self.openssl(
            "pkcs8", "-topk8", "-v2", "aes-256-cbc", "-in", f"{name}.key", "-passout",
            f"pass:{password}", "-out", f"{name}.encrypted")
        self.join(f"{name}.store", f"{name}.encrypted", f"{name}.pem")

    def join(self, new, *names):
        with open(self.path(new), "w", encoding="utf-8") as output:
            for name in names:
                with open(self.path(name), encoding="utf-8") as file:
                    output.write(file.read())
