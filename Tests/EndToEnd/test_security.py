"""TLS and SASL: a client that others wrote at our listener, and our members there, too."""

import os
import signal
import subprocess
import tempfile
import unittest

from certificates import Certificates
from cluster import CLIENTS, Child, OwnBroker
from program import BINARY, environment, run, wait_for
from terminal import Terminal

PYTHON = os.environ.get("REGROUP_PYTHON", "python3")
PASSWORD = "tops3cret,="
KEY_PASSWORD = "k3y-s3cret"
MODULE = "org.apache.kafka.common.security"
MECHANISMS = ("PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512")


class Secured(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="regroup-test-")
        cls.addClassCleanup(folder.cleanup)
        cls.made = Certificates(folder.name)
        cls.made.encrypt("client", KEY_PASSWORD)
        cls.write("password", PASSWORD + "\n")
        cls.write("secrets", f"of.alice={PASSWORD}\nof.key={KEY_PASSWORD}\n")

    @classmethod
    def write(cls, name, text):
        with open(cls.made.path(name), "w", encoding="utf-8") as file:
            file.write(text)
        return cls.made.path(name)

    def broker(self, *options, certificate="broker", sasl=True):
        path = self.made.path
        if certificate:
            options += ("--tls-certificate", path(f"{certificate}.pem"),
                        "--tls-key", path(f"{certificate}.key"))
        if sasl:
            options += ("--sasl-user", f"alice:{path('password')}")
        broker = OwnBroker(
            "--topic", "orders:2", "-X", "group.initial.rebalance.delay.ms=300", *options)
        self.addCleanup(broker.close)
        return broker

    def properties(self, mechanism="SCRAM-SHA-256", **changes):
        """A file for --command-config; a setting that is None is left out."""
        kind = "plain.Plain" if mechanism == "PLAIN" else "scram.Scram"
        lines = {
            "security.protocol": "SASL_SSL", "ssl.truststore.type": "PEM",
            "ssl.truststore.location": self.made.path("ca.pem"), "sasl.mechanism": mechanism,
            "sasl.jaas.config": f'{MODULE}.{kind}LoginModule required username="alice" \\\n'
            f'  password="{PASSWORD}";'}
        lines.update((name.replace("_", "."), value) for name, value in changes.items())
        text = "".join(f"{key}={value}\n" for key, value in lines.items() if value is not None)
        return self.write(f"client-{self.id().rsplit('.', 1)[1]}.properties", text)

    def mutual(self):
        """The file of a client that shows a certificate, and nothing else."""
        return self.properties(
            security_protocol="SSL", sasl_mechanism=None, sasl_jaas_config=None,
            ssl_keystore_type="PEM", ssl_keystore_location=self.made.path("client.store"),
            ssl_key_password=f"${{file:{self.made.path('secrets')}:of.key}}")

    def assert_silent(self, *texts):
        for text in texts:
            for secret in (PASSWORD, KEY_PASSWORD, "PRIVATE KEY"):
                self.assertNotIn(secret, text)


class Witness(Secured):
    """What confluent-kafka makes of our listener."""

    def client(self, broker, **settings):
        command = [PYTHON, os.path.join(CLIENTS, "secured_client.py"), "--bootstrap-server",
                   broker.bootstrap, "--topic", "orders"]
        for name, value in settings.items():
            command += ["-X", f"{name.replace('_', '.')}={value}"]
        return subprocess.run(
            command, capture_output=True, encoding="utf-8", timeout=90, check=False).stdout

    def sasl(self, mechanism, password=PASSWORD, **more):
        return {"security_protocol": "SASL_SSL", "ssl_ca_location": self.made.path("ca.pem"),
                "sasl_mechanism": mechanism, "sasl_username": "alice", "sasl_password": password,
                **more}

    def test_every_mechanism(self):
        broker = self.broker()
        for mechanism in MECHANISMS:
            self.assertEqual(self.client(broker, **self.sasl(mechanism)), "read 20\n", mechanism)

    def test_without_tls(self):
        broker = self.broker(certificate=None)
        settings = self.sasl("SCRAM-SHA-512", security_protocol="SASL_PLAINTEXT")
        self.assertEqual(self.client(broker, **settings), "read 20\n")

    def test_a_certificate_of_its_own(self):
        broker = self.broker("--tls-client-ca", self.made.path("ca.pem"), sasl=False)
        known = {"security_protocol": "SSL", "ssl_ca_location": self.made.path("ca.pem")}
        own = {"ssl_certificate_location": self.made.path("client.pem"),
               "ssl_key_location": self.made.path("client.key")}
        self.assertEqual(self.client(broker, **known, **own), "read 20\n")
        self.assertIn("refused", self.client(broker, **known))

    def test_who_is_refused(self):
        broker = self.broker()
        wrong = self.client(broker, **self.sasl("SCRAM-SHA-256", "other"))
        self.assertIn("invalid credentials with SASL mechanism SCRAM-SHA-256", wrong)
        wrong = self.client(broker, **self.sasl("PLAIN", "other"))
        self.assertIn("Authentication failed: Invalid username or password", wrong)
        strange = self.sasl("PLAIN", ssl_ca_location=self.made.path("strangers.pem"))
        self.assertIn("certificate verify failed", self.client(broker, **strange))

    def test_sessions_are_renewed(self):
        broker = self.broker("--sasl-session", "500")
        self.assertEqual(self.client(broker, **self.sasl("SCRAM-SHA-256")), "read 20\n")


class Drive(Secured):
    """Our own members, and what is said where they cannot get in."""

    def command(self, broker, *options):
        return ["drive", "--bootstrap-server", broker.bootstrap, "--members", "1",
                "-X", "heartbeat.interval.ms=500", *options]

    def until(self, words, broker, *options, **variables):
        """Lines of a drive until one of them has the words, and its errors."""
        drive = Child(BINARY, *self.command(broker, "--for", "60s", *options),
                      env=environment(**variables))
        found = None
        try:
            found = wait_for(
                lambda: next((line for line in drive.seen() if words in line), None),
                lambda: f"waited for '{words}'; it said {drive.lines}")
        finally:
            drive.process.send_signal(signal.SIGINT)
            drive.process.wait(timeout=30)
            errors = drive.process.stderr.read()
            drive.close()
        self.assert_silent(*drive.seen(), errors)
        return found, errors

    def assert_reads(self, broker, *options, **variables):
        return self.until("consumer-1: 0 1 2 3", broker, *options, **variables)[1]

    def refused(self, broker, *options, **variables):
        """The line that says why, where another attempt would be in vain."""
        result = run(*self.command(broker, "--for", "60s", *options), **variables)
        self.assertEqual(result.returncode, 1, result.stdout)
        self.assert_silent(result.stdout, result.stderr)
        return result.stderr.strip().rsplit("\n", 1)[-1]

    def test_every_mechanism(self):
        broker = self.broker()
        for mechanism in MECHANISMS:
            with self.subTest(mechanism):
                self.assertEqual(self.assert_reads(
                    broker, "--command-config", self.properties(mechanism)), "")

    def test_sessions_are_renewed(self):
        broker = self.broker("--sasl-session", "500")
        result = run(*self.command(
            broker, "--command-config", self.properties(), "--for", "5s"))
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("consumer-1: 0 1 2 3", result.stdout)
        self.assertNotIn("lost", result.stdout)

    def test_transactions_with_a_certificate_of_our_own(self):
        broker = self.broker("--tls-client-ca", self.made.path("ca.pem"), sasl=False)
        self.assert_reads(broker, "--command-config", self.mutual(), "--transactional")

    def test_no_secret_is_written_anywhere(self):
        broker = self.broker()
        recording = self.made.path("drive.recording")
        snapshots = self.made.path("drive.snapshots")
        command = [BINARY, "drive", "--bootstrap-server", broker.bootstrap, "--members", "2",
                   "--command-config", self.properties(), "--for", "8s", "--record", recording,
                   "--snapshots", snapshots]
        with subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                stderr=subprocess.PIPE, encoding="utf-8", env=environment()) as process:
            listed = wait_for(lambda: self.members(process.pid), lambda: "no member was seen")
            self.assert_silent(listed)
            out, err = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 0, err)
        self.assertIn("consumer-1: 0 1", out)
        self.assert_silent(out, err)
        for path in (recording, snapshots):
            with open(path, encoding="utf-8") as file:
                text = file.read()
            self.assertIn("consumer-1", text)
            self.assert_silent(text)

    def members(self, parent):
        """What ps tells of two running members, their environment too; nothing before that."""
        listed = subprocess.run(
            ["ps", "eww", "-o", "args", "--ppid", str(parent)], capture_output=True,
            encoding="utf-8", timeout=20, check=False).stdout
        return listed if listed.count(" member bootstrap=") == 2 else None

    def test_where_a_password_comes_from(self):
        broker = self.broker()
        jaas = f'{MODULE}.scram.ScramLoginModule required username="alice" password="%s";'
        path = self.properties(sasl_jaas_config=jaas % "${env:ALICE}")
        self.assert_reads(broker, "--command-config", path, ALICE=PASSWORD)
        path = self.properties(
            sasl_jaas_config=jaas % f"${{file:{self.made.path('secrets')}:of.alice}}")
        self.assert_reads(broker, "--command-config", path)
        path = self.properties(sasl_jaas_config=None)
        errors = self.assert_reads(
            broker, "--command-config", path, "-X", f"sasl.jaas.config={jaas % PASSWORD}")
        self.assertIn("-X sasl.jaas.config: a password on the command line", errors)

    def test_a_password_that_is_asked_for(self):
        broker = self.broker()
        jaas = f'{MODULE}.scram.ScramLoginModule required username="alice";'
        path = self.properties(sasl_jaas_config=jaas)
        terminal = Terminal(width=100, height=30)
        self.addCleanup(terminal.close)
        terminal.start("drive", "--bootstrap-server", broker.bootstrap, "--command-config", path)
        terminal.wait("password of alice (SCRAM-SHA-256):")
        terminal.type(PASSWORD)
        terminal.wait("Stable")
        self.assert_silent(terminal.screen())
        terminal.keys("q")
        self.assertEqual(terminal.status(), 0)
        self.assert_silent(terminal.screen())

    def test_who_does_not_get_in(self):
        broker = self.broker()
        jaas = f'{MODULE}.scram.ScramLoginModule required username="alice" password="other";'
        path = self.properties(sasl_jaas_config=jaas)
        self.assertRegex(
            self.refused(broker, "--command-config", path),
            r"^regroup: 127.0.0.1:\d+ does not let alice in: Authentication failed")
        watched = run("watch", "--bootstrap-server", broker.bootstrap, "--group", "g", "--plain",
                      "--command-config", path)
        self.assertEqual(watched.returncode, 1)
        self.assertIn("does not let alice in", watched.stderr)
        self.assertIn("It is not tried again", watched.stdout)
        only = self.broker("--sasl-mechanism", "PLAIN")
        self.assertIn(
            "does not take SCRAM-SHA-256: it takes PLAIN",
            self.refused(only, "--command-config", self.properties()))
        self.until("answers with TLS (security.protocol=SSL or SASL_SSL)", broker)
        self.until(
            "(does it want SASL?)", broker, "--command-config",
            self.properties(security_protocol="SSL", sasl_mechanism=None, sasl_jaas_config=None))

    def test_whom_one_does_not_trust(self):
        broker = self.broker()
        path = self.properties(ssl_truststore_location=self.made.path("strangers.pem"))
        self.assertRegex(
            self.refused(broker, "--command-config", path),
            r"has a certificate \(for 127.0.0.1,localhost\) that is not trusted: none of those in "
            r".*strangers.pem has signed it")
        elsewhere = self.broker(certificate="elsewhere")
        self.assertIn(
            "has a certificate (for elsewhere.example) that is not for 127.0.0.1",
            self.refused(elsewhere, "--command-config", self.properties()))
        careless = self.properties(ssl_endpoint_identification_algorithm="")
        self.assertIn(
            "certificates of any host name are taken",
            self.assert_reads(elsewhere, "--command-config", careless))

    def test_certificates_of_ours_and_listeners_without(self):
        mutual = self.broker("--tls-client-ca", self.made.path("ca.pem"), sasl=False)
        none = self.properties(
            security_protocol="SSL", sasl_mechanism=None, sasl_jaas_config=None)
        self.assertIn(
            "wants to see a certificate of ours", self.refused(mutual, "--command-config", none))
        plain = self.broker(certificate=None, sasl=False)
        self.until("TLS", plain, "--command-config", none)
        over = self.properties(security_protocol="SASL_PLAINTEXT")
        self.assertIn(
            "has no SASL at this port", self.refused(plain, "--command-config", over))

    def test_settings_that_cannot_be_followed(self):
        for changes, words in (
                ({"sasl_mechanism": "GSSAPI"}, r"\.properties:4: sasl.mechanism: GSSAPI \(Ker"),
                ({"ssl_truststore_type": "JKS"}, r"\.properties:2: .*: JKS stores are not read"),
                ({"nonsense": "1"}, r"\.properties:7: nonsense: no such setting"),
                ({"ssl_keystore_type": "PEM",
                  "ssl_keystore_location": self.made.path("client.store")},
                 "ssl.key.password is missing"),
                ({"ssl_keystore_type": "PEM", "ssl_key_password": "wrong",
                  "ssl_keystore_location": self.made.path("client.store")},
                 "client.store: the private key cannot be read"),
                ({"ssl_truststore_location": "/none"}, "/none cannot be read")):
            result = run("drive", "--bootstrap-server", "127.0.0.1:1", "--command-config",
                         self.properties(**changes))
            self.assertEqual(result.returncode, 2, result.stderr)
            self.assertRegex(result.stderr, words)
            self.assertEqual(result.stderr.count("\n"), 1)
            self.assert_silent(result.stdout, result.stderr)


if __name__ == "__main__":
    unittest.main()
