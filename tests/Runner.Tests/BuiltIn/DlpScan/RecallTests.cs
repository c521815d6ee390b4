using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan;

/// <summary>What a reader would expect to be found, and left alone, beyond the samples that the rules bring themselves.</summary>
public sealed class RecallTests
{
    [Theory]
    [InlineData("{\"a\":\"x\\n{token}\"}", "github-personal-token")]
    [InlineData("https://host/?t%3D{token}&x=1", "github-personal-token")]
    [InlineData("git clone https://{token}@github.com/acme/app.git", "github-personal-token")]
    [InlineData("pass|word = \"Sup3r$Complex!42\"", "generic-secret")]
    [InlineData("  client_sec|ret: 'f3k9Q2m7Lz81Xc0Vb4Ny'", "generic-secret")]
    [InlineData("const api|Key = `9b1deb4d3b7d4bad9bdd2b0d7b3dcb6d`;", "generic-secret")]
    [InlineData("config['sec|ret_key'] = \"q8ZtR5vN2xKw7\"", "generic-secret")]
    [InlineData("private String to|ken = \"q8ZtR5vN2xKw7pL3\";", "generic-secret")]
    [InlineData("mongodb+srv:/|/svc:q8ZtR5vN2xKw7@cluster0.acme.mongodb.net/db", "url-password")]
    [InlineData("SSN: 412-68-|7193", "us-ssn")]
    [InlineData("customerSsn = 4126|87193", "us-ssn")]
    [InlineData("1 84 03 75 |123 456 90", "french-nir")]
    [InlineData("N° de sécurité sociale : 1840375|12345690", "french-nir")]
    [InlineData("NUMÉRO DE SÉCURITÉ SOCIALE: 1840375|12345690", "french-nir")]
    [InlineData("Steuer-ID: 17 856 |459 021", "german-tax-id")]
    [InlineData("2024-05-01 412-68-|7193 paid", "us-ssn")]
    [InlineData("Kontakt: max.muster|@firma-gmbh.de", "email-address")]
    public void A_secret_in_ordinary_surroundings_is_found(string text, string rule) => Scanning.Rules(Join(text)).ShouldBe([rule]);

    [Theory]
    [InlineData("className = 412687193")]
    [InlineData("password = getPassword(\"user1-name\")")]
    [InlineData("password: \"${{ secrets.DB_PASSWORD_2 }}\"")]
    [InlineData("tokenType = \"urn:ietf:params:oauth:token-type:jwt2\"")]
    [InlineData("secretName: \"tls-wildcard-v2-cert\"")]
    [InlineData("token = \"sha256_with_rsa_2048\"")]
    [InlineData("passwordHash = \"AES-256-GCM-SHA384\"")]
    [InlineData("accessKeyPath = \"/var/run/secrets/key1\"")]
    [InlineData("\"integrity\": \"sha512-9v8fkXJ0mQ2aE7r5pU3oYtWzLcBnHdGsKi1234567890qwertyuiopASDFGH==\"")]
    [InlineData("card number 4111 1111 1111 1111")]
    [InlineData("0.4532751234567898")]
    [InlineData("f 412 68 7193\nf 533 21 1904")]
    [InlineData("640 48 1200")]
    [InlineData("1 0 0 1 0 0 1 0 0 1 0 0 1 0 0 1 0 0 1 0 0 1 0 0 1")]
    [InlineData("48.137154, 11.576124; 1.2.3.4-20240501; 2024-05-01T10:11:12.123456789Z; 12 345 678 901 bytes")]
    [InlineData("sha256:4532757372043087453275737204308745327573720430874532757372043087")]
    [InlineData("\"version\": \"412.68.7193\", \"order\": 4532757372043087")]
    [InlineData("user@example.com, git@github.com:acme/app.git, icon@2x.png, getty@tty1.service")]
    [InlineData("# Jane Doe <jane.doe|@acme-mail.com>")]
    [InlineData("call 555-867-5309 or tel: (415) 555-0199")]
    [InlineData("url=app:jane.doe.the.first@db.acme.io/x and a line further on, user:another@db.acme.io")]
    [InlineData("ssn: 000-12-3456, 666-12-3456, 987-65-4321, 412-00-7193, 412-68-0000")]
    public void What_is_no_secret_is_left_alone(string text) => Scanning.Rules(Join(text)).ShouldBeEmpty();

    private static string Join(string text) => text.Replace("{token}", Scanning.Token, StringComparison.Ordinal).Replace("|", "", StringComparison.Ordinal);
}
