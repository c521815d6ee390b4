using Gates.BuiltIn.DlpScan.RuleSets;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan.Assignments;

/// <summary>What looks like a password's place and holds none: nobody is told of it.</summary>
public sealed class NoPasswordTests
{
    [Theory]
    [InlineData("changeme")]
    [InlineData("change-me-please")]
    [InlineData("<password>")]
    [InlineData("${DB_PASSWORD}")]
    [InlineData("$DB_PASSWORD")]
    [InlineData("$(cat /run/secrets/db)")]
    [InlineData("{{ db_password }}")]
    [InlineData("%DB_PASSWORD%")]
    [InlineData("xxxxxxxx")]
    [InlineData("********")]
    [InlineData("your-password-here")]
    [InlineData("password")]
    [InlineData("Password123")]
    [InlineData("mysecretpassword")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("none")]
    [InlineData("")]
    [InlineData("root")]
    [InlineData("postgres")]
    [InlineData("12345678")]
    [InlineData("ENC[AES256_GCM,data:Tr7o1aB3x9,iv:1A2b3C4d]")]
    [InlineData("ENC(Tr7o1aB3x9Kq7mZ2)")]
    [InlineData("{cipher}682bc583f4641835fa2db009355293665d2647dade3375c0ee201de2a49f7bda")]
    [InlineData("vault:secret/data/app#password1")]
    [InlineData("arn:aws:secretsmanager:eu-west-1:4711:secret:app-x1y2z3")]
    [InlineData("/run/secrets/db_password1")]
    [InlineData("op://vault/item/password1")]
    [InlineData("__DB_PASSWORD1__")]
    public void A_placeholder_or_a_reference_is_none(string value)
    {
        foreach (var (path, text) in ((string, string)[])
            [(".env", "DB_PASSWORD=§"), ("a.yml", "password: §"), ("a.py", "password = \"§\""), ("a.xml", "<password>§</password>")])
        {
            Scanning.Rules(text.Replace("§", value, StringComparison.Ordinal), path).ShouldBeEmpty(path);
        }
    }

    [Theory]
    [InlineData("web.config", "<assemblyIdentity name=\"System.Core\" publicKeyToken=\"{hex:16}\" culture=\"neutral\" />")]
    [InlineData("a.json", "{\"publicKey\": \"{alnum:40}\"}")]
    [InlineData("a.json", "{\"keyId\": \"{alnum:20}\", \"token_type\": \"{alnum:12}\"}")]
    [InlineData("a.json", "{\"token_url\": \"https://login.acme.net/{hex:12}\"}")]
    [InlineData("a.html", "<input type=\"hidden\" name=\"csrf_token\" value=\"{alnum:32}\">")]
    [InlineData("a.html", "<input type=\"password\" name=\"password\" placeholder=\"Password\">")]
    [InlineData("a.yml", "secretName: tls-wildcard-{digit:4}")]
    [InlineData("a.yml", "passwordPolicy: strong{digit:3}x{digit:3}")]
    [InlineData("a.yml", "password_field: user{digit:3}x{digit:3}")]
    [InlineData("a.yml", "max_tokens: 4096")]
    [InlineData("a.py", "tokenizer = \"bert{digit:4}x{digit:3}y\"")]
    [InlineData("a.py", "PASSWORDS = [\"changeme\", \"letmein\", \"hunter\"]")]
    [InlineData("a.py", "passwords = {\"field{digit:4}x{digit:3}\": getpass()}")]
    [InlineData("a.ts", "const passwords = [\"current-password\", \"new-password\"];")]
    [InlineData("a.html", "<input type=\"password\" placeholder=\"New password\" id=\"field{digit:3}x{digit:3}\">")]
    [InlineData("a.json", "{\"New password\": \"Neues Passwort\"}")]
    [InlineData("a.py", "password_hash = \"{hex:40}\"")]
    [InlineData("a.py", "token_checksum = \"{hex:40}\"")]
    [InlineData("a.py", "partition_key = \"{alnum:20}\"")]
    [InlineData("a.py", "cache_key = \"{alnum:20}\"")]
    [InlineData("a.py", "primary_key = \"{alnum:20}\"")]
    [InlineData("a.py", "next_page_token = \"{alnum:24}\"")]
    [InlineData("a.py", "client_token = \"{uuid}\"")]
    [InlineData("a.py", "PASSWORD_RE = r\"^(?=.*[0-9])[A-Z]{8,}$\"")]
    [InlineData("a.py", "password = getpass.getpass(\"Password 2: \")")]
    [InlineData("a.py", "password = os.environ[\"DB_PASSWORD_2\"]")]
    [InlineData("a.py", "raise ValueError(\"Invalid password: use 8 letters and 2 digits\")")]
    [InlineData("a.py", "password = config.db.password2")]
    [InlineData("a.ts", "password: string;")]
    [InlineData("a.ts", "type Login = { password: Password2Type };")]
    [InlineData("a.graphql", "input Login { password: String! }")]
    [InlineData("a.sql", "CREATE TABLE users (password VARCHAR(255) NOT NULL);")]
    [InlineData("a.css", ".password { color: #a1b2c3; }")]
    [InlineData("a.tf", "password = var.db_password1")]
    [InlineData("a.tf", "password = random_password.db1.result")]
    [InlineData("locales/de.json", "{\"password\": \"Passwort\", \"newPassword\": \"Neues Passwort!\"}")]
    [InlineData("locale/de.po", "msgid \"Password\"\nmsgstr \"Passwort1\"")]
    [InlineData("ja.json", "{\"password\": \"パスワード\"}")]
    [InlineData("messages.properties", "password=\\u30d1\\u30b9\\u30ef\\u30fc\\u30c9")]
    [InlineData("README.md", "| name | password |\n| --- | --- |\n| type | string |\n")]
    [InlineData("README.md", "| password | string | The password, 8 to 64 characters |")]
    [InlineData("README.md", "The password is required and must be 8 characters.")]
    [InlineData("README.md", "Use --password options instead of the URL.")]
    [InlineData("a.go", "const (\n\tTokenIdent Token = \"ident1\"\n)")]
    [InlineData("a.h", "#define SN_setct_AuthRevReqTBS \"setct-AuthRevReqTBS\"")]
    [InlineData("a.js", "t.pass(\"it works with x2y3\");")]
    [InlineData("package-lock.json", "{\"password\": \"{alnum:16}\"}")]
    [InlineData("a.py", "url = \"postgres://app:{alnum:12}@localhost/a\"")]
    [InlineData("a.py", "url = \"postgres://app:{alnum:12}@db.example.com/a\"")]
    [InlineData("a.py", "url = \"postgres://app:%s@db.acme.net/a\"")]
    [InlineData("k8s/sealed.yaml", "kind: SealedSecret\nspec:\n  encryptedData:\n    data: Ag{alnum:60}\n")]
    [InlineData("k8s/secret.yaml", "kind: Secret\ndata:\n  password: Y2hhbmdlbWU=\n")]
    public void What_is_public_by_name_or_no_value_is_none(string path, string text) =>
        Scanning.Rules(SampleText.Make(text, path + text), path).Where(rule => rule != "weak-password").ShouldBeEmpty();

    [Fact]
    public void A_country_is_no_weak_password() => Scanning.Rules("{\"PW\": \"Palau\"}", "countries.json").ShouldBeEmpty();

    [Theory]
    [InlineData(".env", "DB_PASS|=qwerty99", "generic-env-secret")]
    [InlineData("a.yml", "pass|word: Summer2024", "generic-secret")]
    [InlineData("a.py", "pass|word = \"Winter2024\"", "generic-secret")]
    [InlineData("a.yml", "pass|word: dragonfly", "weak-password")]
    [InlineData(".env", "DB_PASS|WORD=swordfish", "weak-password")]
    [InlineData(".env", "DB_PASS|WORD=84061795", "weak-password")]
    [InlineData("a.py", "pass|word = \"Pass1234!\"", "weak-password")]
    [InlineData("a.py", "pass|word = \"admin@123\"", "weak-password")]
    [InlineData(".env", "DB_PASS|WORD=Passw0rd!", "weak-password")]
    [InlineData("a.py", "pass|word = \"p@$$w0rd\"", "generic-secret")]
    [InlineData("a.yml", "pass|word: QkeIpDHa|hvYFev", "generic-secret")]
    [InlineData("a.py", "pass|word = \"QkeIpDHa|hvYFev\"", "generic-secret")]
    [InlineData("a.py", "pass|word = \"password-Zk3v|9Q\"", "generic-secret")]
    [InlineData("a.py", "pass|word = \"kq$$8Lw|2!mZp\"", "generic-secret")]
    public void A_weak_password_is_still_one(string path, string text, string rule) =>
        Scanning.Rules(text.Replace("|", "", StringComparison.Ordinal), path).ShouldBe([rule]);
}
