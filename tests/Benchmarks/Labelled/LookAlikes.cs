using Gates.BuiltIn.DlpScan.RuleSets;

namespace Benchmarks.Labelled;

/// <summary>What looks like a secret or like personal data and is none: every finding in it is a false alarm.</summary>
internal static class LookAlikes
{
    private static readonly (string Path, string Template)[] Files =
    [
        ("package-lock.json",
            "{\"packages\": {\"node_modules/a\": {\"version\": \"1.20.3\", \"resolved\": \"https://registry.npmjs.org/a/-/a-1.20.3.tgz\","
            + " \"integrity\": \"sha512-{base64:86}==\"}}}\n"),
        ("yarn.lock", "a@^1.0.0:\n  version \"1.0.4\"\n  resolved \"https://registry.yarnpkg.com/a/-/a-1.0.4.tgz#{hex:40}\"\n"),
        ("go.sum", "example.org/a v1.2.3 h1:{base64:43}=\nexample.org/a v1.2.3/go.mod h1:{base64:43}=\n"),
        ("poetry.lock", "[[package]]\nname = \"a\"\nfiles = [{file = \"a-1.0.whl\", hash = \"sha256:{hex:64}\"}]\n"),
        ("Cargo.lock", "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nchecksum = \"{hex:64}\"\n"),
        ("Gemfile.lock", "CHECKSUMS\n  a (1.0.0) sha256={hex:64}\n"),
        ("packages.lock.json", "{\"dependencies\": {\"A\": {\"resolved\": \"1.0.0\", \"contentHash\": \"{base64:86}==\"}}}\n"),
        ("Dockerfile", "FROM debian:12@sha256:{hex:64}\nARG TOKEN_URL=https://auth.acme.io/token\nENV PASSWORD_FILE=/run/secrets/db\n"),
        (".github/workflows/ci.yml",
            "jobs:\n  a:\n    steps:\n      - uses: actions/checkout@{hex:40}\n        with: { token: \"${{ secrets.GITHUB_TOKEN "
            + "}}\" }\n"),
        ("k8s/app.yaml",
            "spec:\n  containers:\n    - image: app@sha256:{hex:64}\n      env:\n        - name: DB_PASSWORD\n          valueFrom: "
            + "{ secretKeyRef: { name: db-credentials, key: password } }\n"),
        ("config/ids.json",
            "{\"id\": \"{uuid}\", \"tenantId\": \"{uuid}\", \"keyId\": \"{hex:40}\", \"etag\": \"{hex:32}\", \"partitionKey\": "
            + "\"{hex:32}\"}\n"),
        ("config/public.json",
            "{\"publicKeyToken\": \"{hex:16}\", \"sitekey\": \"{alnum:40}\", \"client_id\": \"{digit:12}\", \"fingerprint\": "
            + "\"{hex:64}\"}\n"),
        ("web.config", "<assembly name=\"A\" version=\"4.0.0.0\" publicKeyToken=\"{hex:16}\" culture=\"neutral\" />\n"),
        (".env.example", "DB_PASSWORD=\nAPI_KEY=<your-key>\nTOKEN=${TOKEN}\nSECRET_KEY=changeme\nPASSWORD=xxxxxxxx\n"),
        ("src/app.py",
            "password = os.environ[\"DB_PASSWORD\"]\ntoken = get_token(user)\nsecret_name = \"prod/db/password-v2\"\nPASSWORD_FIELD "
            + "= \"user_password1\"\n"),
        ("src/App.java", "private String password;\nString tokenType = \"urn:ietf:params:oauth:token-type:id_token\";\nthis.apiKey = config.getApiKey();\n"),
        ("src/app.ts",
            "type Login = { password: string; token?: string };\nconst passwordInput = document.querySelector('#password2');\n"
            + "const MAX_TOKENS = 128000;\n"),
        ("src/app.go", "if err := ValidatePassword(input.Password); err != nil {\n\treturn fmt.Errorf(\"password must hold %d characters\", MinPassword)\n}\n"),
        ("src/app.rb", "params.require(:user).permit(:email, :password, :password_confirmation)\nsecret = ENV.fetch('SECRET_KEY_BASE')\n"),
        ("src/app.cs", "[Required] public string Password { get; set; }\nvar token = await tokens.AcquireAsync(cancellationToken);\n"),
        ("src/app.php", "<?php $password = $_POST['password']; if (password_verify($password, $hash)) { } ?>\n"),
        ("src/app.sql", "ALTER TABLE users ADD COLUMN password_hash VARCHAR(255), ADD COLUMN token_version INT DEFAULT 1;\n"),
        ("web/login.html", "<input type=\"password\" name=\"password\" autocomplete=\"current-password\" placeholder=\"Password123\">\n"),
        ("web/app.css", ".password-field::after { content: \"\\201C\"; width: 12.345678901px; }\n"),
        ("i18n/de.json", "{\"password\": \"Passwort\", \"password.forgotten\": \"Passwort vergessen?\", \"token\": \"Zugangsmarke\"}\n"),
        ("docs/api.md", "| field | type |\n|---|---|\n| password | string |\n| token | string, 40 characters |\n\nSet `password: <your password>`.\n"),
        ("docs/curl.md", "curl -H \"Authorization: Bearer $TOKEN\" -u \"$USER:$PASSWORD\" https://api.acme.io/v1/items/{uuid}\n"),
        ("docs/urls.txt", "https://user:password@example.com/ and postgres://localhost:5432/app and https://acme.io/@handle:latest\n"),
        ("certs/ca.pem",
            "-----BEGIN CERTIFICATE-----\n{base64:64}\n{base64:64}\n-----END CERTIFICATE-----\n-----BEGIN PUBLIC KEY-----\n{base64:64}\n"
            + "-----END PUBLIC KEY-----\n"),
        ("keys/authorized_keys", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA{base64:44} dev\nssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAB{base64:340} ci\n"),
        ("data/prices.csv", "sku,price,ean\nA-1001,129.99,4006381333931\nA-1002,89.50,5901234123457\nA-1003,7.25,9780306406157\n"),
        ("data/points.csv", "lat,lon,alt\n52.520006,13.404954,34\n48.137154,11.576124,519\n-33.868820,151.209296,58\n"),
        ("data/matrix.txt", "123 45 6789\n211 11 2111\n412 68 7193\n100 200 3000\n"),
        ("data/mesh.obj", "f 123 45 6789\nf 234 56 7891\nv 0.4532757512345678 1.25 -3.5\n"),
        ("data/orders.jsonl",
            "{\"order\": 4532757372043088, \"at\": 1764499200000, \"tracking\": \"1Z999AA10123456784\"}\n{\"order\": 5412371886946430,"
            + " \"at\": 1764499201000}\n"),
        ("data/versions.txt", "1.2.3.4\n10.15.7\n2026.11.30.1\n4.0.30319.42000\nv20.11.1-rc.2+build.20261130\n"),
        ("data/dates.txt", "2026-11-30 10:15:30.123456789\n30.11.2026\n20261130101530\n1764499200\n"),
        ("data/hashes.txt", "{hex:32}  a.tar.gz\n{hex:40}  b.tar.gz\n{hex:64}  c.tar.gz\n{hex:128}  d.tar.gz\n"),
        ("data/colors.json", "[\"#1a2b3c\", \"#ffeeddcc\", \"rgb(123, 45, 67)\", \"0xDEADBEEFCAFE1234\"]\n"),
        ("data/test-vectors.txt", "Key = {hex:64}\nIV = {hex:32}\nPlaintext = {hex:64}\nCiphertext = {hex:64}\n"),
        ("data/phone-like.txt", "id 5558675309 ticket 4155550199 build 2026113001 ref 49301234567890123\n"),
        ("data/minified.js", "!function(e,t){var n=e.password,r=t.token;n&&r(n,\"pwd\"+t.id)}({passwordKey:\"p1\",tokenKey:\"t1\"});var a=\"{alnum:24}\";\n"),
        ("data/image.svg",
            "<svg><path d=\"M12.345 67.891L123.456 789.012C{digit:3}.{digit:3} {digit:3}.{digit:3}\"/><image href=\"data:image/png;base64,"
            + "iVBORw0KGgo{base64:200}\"/></svg>\n"),
        ("src/vendor.go", "const commit = \"{hex:40}\"\nvar buildID = \"{url:20}/{url:20}\"\n"),
        ("src/Types.kt", "data class Token(val value: String, val secret: Secret)\nval credentials = Credentials.fromFile(path)\n"),
        ("AUTHORS", "Jane Doe <jane.doe\u0040acme-mail.com>\nMax Muster <max@muster.example>\n"),
        ("package.json", "{\"name\": \"a\", \"author\": \"Jane Doe <jane.doe\u0040acme-mail.com>\", \"version\": \"1.0.0\"}\n"),
        ("logs/app.log", "2026-11-30T10:00:00.123Z trace={hex:32} span={hex:16} user=- token=[redacted] password=*** took=12.345ms\n"),
        ("traces/otlp.json",
            "{\"traceId\":\"{hex:32}\",\"spanId\":\"{hex:16}\",\"startTimeUnixNano\":\"1764499200000000000\",\"attributes\":[{\"key\":\"enduser.id\","
            + "\"value\":{\"stringValue\":\"{uuid}\"}}]}\n"),
        ("notes/plot.ipynb",
            "{\"cells\":[{\"cell_type\":\"code\",\"id\":\"{hex:8}\",\"outputs\":[{\"data\":{\"image/png\":\"iVBORw0KGgo{base64:400}\"}}],"
            + "\"source\":[\"plot(x)\\n\"]}]}\n"),
    ];

    public static IEnumerable<LabelledFile> Make(int round) => Files.Select((file, i) => new LabelledFile(
        file.Path,
        System.Text.Encoding.UTF8.GetBytes(SampleText.Make(file.Template, FormattableString.Invariant($"look-alike/{round}/{i}"))),
        []));
}
