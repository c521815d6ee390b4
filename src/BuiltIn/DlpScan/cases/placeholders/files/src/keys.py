HEADER = "-----BEGIN PRIVATE KEY-----"
password = os.environ["PASSWORD"]
PHONE = "(415) 555-0123"
version = "1.20.300.4000"
