using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Gates.BuiltIn.DlpScan;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning;
using Gates.BuiltIn.DlpScan.Values;
using Gates.Pipeline;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan;

/// <summary>A key hides nothing that stands after it, whatever it is written in.</summary>
public sealed class KeyReaderTests
{
    private const string Short = "MC4CAQAwBQYDK2VwBCIEIFssiTXNfPZvG2kwWqeUDfnGbl/2ZGYid/mMJKGv6FYB";

    private static readonly string[] Long =
    [
        "MIIEpAIBAAKCAQEAevUr3kKvwlBlz3WG4FqOc1Ia5iYsMdZI6126WY2SBcSk/dQT", "02duYXBT44uuf5NDJOpLLvR/jHDGtGobi4R4szFzIGK4+HFou2RR3awEDEh7slx6",
        "zFzIGK4+HFou2RR3awEDEh7slx602duYXBT44uuf5NDJOpLLvR/jHDGtGobi4R4s", "/16/K4XCcmqNHfK8CNc8n40DJSohBj1BO/QaZx27LvYjmsTdp26+skfx/Ce==",
    ];

    public static string Pem(params string[] lines) => Block("PRIVATE KEY", "\n", lines);

    private static string Block(string label, string newLine, params string[] lines) =>
        $"-----BEGIN {label}-----{newLine}{string.Join(newLine, lines)}{newLine}-----END {label}-----";

    [Fact]
    public void A_short_key_does_not_hide_the_token_after_it()
    {
        var hits = Scanning.Scan($"{Pem(Short)}\nGITHUB={Scanning.Token}\n").Hits;

        hits.Select(hit => (hit.Rule.Id, hit.Line)).ShouldBe([("private-key", 1), ("github-personal-token", 4)]);
    }

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "")]
    [InlineData("\\n", "")]
    [InlineData("\\r\\n", "")]
    [InlineData("\\\\n", "")]
    [InlineData("%0A", "")]
    [InlineData(" ", "")]
    [InlineData("\n", "# ")]
    [InlineData("\n", "// ")]
    [InlineData("\n", " * ")]
    [InlineData("\n", "    ")]
    [InlineData("\n", "> ")]
    [InlineData("\n", "+")]
    [InlineData("\\n\" +\n", "  \"")]
    [InlineData("\\n'\n", "  '")]
    [InlineData("\\n\\\n", "")]
    public void A_key_written_in_any_usual_way_ends_at_its_last_line(string newLine, string prefix)
    {
        foreach (var lines in (string[][])[[Short], Long])
        {
            var key = Block("RSA PRIVATE KEY", newLine + prefix, lines);
            var text = $"{prefix}{key}{newLine} {Scanning.Token}{newLine}";

            Scanning.Rules(text).ShouldBe(["private-key", "github-personal-token"], text);
            KeyReader.Read(key[31..], KeyFormat.Armoured).End.ShouldBe(key.Length - 31);
        }
    }

    [Fact]
    public void Keys_that_follow_each_other_are_all_found() =>
        Scanning.Scan(string.Join("\n", Enumerable.Range(0, 5).Select(i => i % 2 == 0 ? Pem(Short) : Pem(Long)))).Hits
            .Select(hit => hit.Line)
            .ShouldBe([1, 4, 10, 13, 19]);

    [Fact]
    public void A_key_without_its_last_line_hides_nothing_either() =>
        Scanning.Rules(
            $"-----BEGIN PRIV"
                + $"ATE KEY-----\n{Short}\n{"AK"}IAXGLHECF336DWWCBX\n{Scanning.Token}\n{Pem(Long)}").ShouldBe([
                    "private-key",
                    "aws-access-key-id",
                    "github-personal-token",
                    "private-key"
                ]);

    [Theory]
    [InlineData("Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0123456789ABCDEF0123456789ABCDEF\n", 0)]
    [InlineData("Comment: {token}\n", 1)]
    public void A_token_among_the_fields_before_the_key_is_found(string fields, int tokens) =>
        Scanning.Rules($"-----BEGIN RSA PRIV"
            + $"ATE KEY-----\n{fields.Replace("{token}", Scanning.Token, StringComparison.Ordinal)}\n{string.Join('\n', Long)}\n-----END RSA PRIV"
            + "ATE KEY-----")
            .ShouldBe(["private-key", .. Enumerable.Repeat("github-personal-token", tokens)]);

    [Fact]
    public void A_token_on_a_line_of_its_own_inside_the_key_is_found() =>
        Scanning.Rules(Pem(Long[0], "AK" + "IAXGLHECF336DWWCBX", Long[1], Long[2])).ShouldBe(["private-key", "aws-access-key-id"]);

    [Fact]
    public void Other_formats_end_where_theirs_do()
    {
        var pgp = Block("PGP PRIVATE KEY BLOCK", "\n", "Version: GnuPG v2", "", Long[0], Long[1], Long[3][..30], "=Ab3d");
        var ssh2 = $"---- BEGIN SSH2 ENCRYPTED PRIV"
            + $"ATE KEY ----\nComment: \"x\"\n{string.Join('\n', Long)}\n---- END SSH2 ENCRYPTED PRIV"
            + "ATE KEY ----";
        var putty = $"PuTTY-User-Key"
            + $"-File-2: ssh-rsa\nEncryption: none\nComment: c\nPublic-Lines: 2\n{Long[0]}\n{Long[1][..20]}\nPrivate-Lines: 2\n{Long[2]}\n{Long[3][..10]}\nPrivate-MAC: 0123456789abcdef0123456789abcdef01234567";
        var jwk = "{\"k" + "ty\":\"EC\",\"note\":\"" + Scanning.Token + "\",\"d\":\"gMgD3Ob8PwM8zheD5qUWcXcBL9MFx5nkwQYdyqgFI6R\"}";

        foreach (var (key, rule) in new[]
        {
            (pgp, "pgp-private-key"),
            (ssh2, "ssh2-private-key"),
            (putty, "putty-private-key"),
            (Block("OPENSSH PRIVATE KEY", "\n", Long), "openssh-private-key")
        })
        {
            Scanning.Rules($"{key}\nX={Scanning.Token}").ShouldBe([rule, "github-personal-token"]);
        }

        Scanning.Rules(jwk).Order(StringComparer.Ordinal).ShouldBe(["github-personal-token", "jwk-private-key"]);
    }

    [Theory]
    [InlineData("jwk-private-key", "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"d\":\"{url:43}\",\"x\":\"{url:43}\"}")]
    [InlineData("jwk-private-key", "{\"d\":\"{url:43}\",\"kty\":\"EC\",\"crv\":\"P-256\"}")]
    [InlineData("jwk-private-key", "{\n \"kty\": \"RSA\",\n \"n\": \"{url:342}\",\n \"d\": \"{url:342}\",\n \"p\": \"{url:171}\"\n}")]
    [InlineData("jwk-symmetric-key", "{\"kty\":\"oct\",\"k\":\"{url:43}\"}")]
    [InlineData("age-private-key", "AGE-SECR~" + "ET-KEY-1XMAU3DEEHL4E3SU4837DQW3E8D8QZJPS2GZVYK9CU8LNPWT3HWVJFSX9VQ")]
    [InlineData("minisign-secret-key", "untrusted comment: minisign encrypted secret key\nRWRTY0Iy{base64:204}=")]
    [InlineData("tor-onion-key", "ED25519-V3:{base64:86}==")]
    [InlineData("dnssec-private-key", "Private-key-format: v1.3\nAlgorithm: 13 (ECDSAP256SHA256)\nPrivateKey: {base64:43}=")]
    [InlineData("rsa-xml-private-key", "<RSAKeyValue><Modulus>{base64:86}==</Modulus><D>{base64:86}==</D></RSAKeyValue>")]
    [InlineData("sigstore-private-key", "-----BEGIN ENCRYPTED SIGSTORE PRIVATE KEY-----\n{base64:64}\n-----END ENCRYPTED SIGSTORE PRIVATE KEY-----")]
    public void A_key_of_any_kind_hides_nothing_that_follows_it(string rule, string template)
    {
        var key = SampleText.Make(template.Replace("~", string.Empty, StringComparison.Ordinal), rule);
        foreach (var between in (string[])["\n", " ", ",", "\n\n\n", "\nX="])
        {
            Scanning.Rules(key + between + Scanning.Token).ShouldBe([rule, "github-personal-token"], key + between);
        }
    }

    [Fact]
    public void Who_masks_gets_the_whole_JSON_Web_Key()
    {
        var key = SampleText.Make("\"kty\":\"RSA\",\"n\":\"{url:342}\",\"d\":\"{url:342}\",\"p\":\"{url:171}\",\"q\":\"{url:171}\"}", "jwk");

        new SecretFinder(RuleReader.Shipped, TimeProvider.System, CancellationToken.None).Find("a.json", "{" + key + "\n").ShouldContain(key);
    }

    [Fact]
    public void A_value_keeps_its_identity_whatever_follows_it() =>
        Scanning.Scan(Pem(Short) + "\nmore text and more\n" + new string('x', 900)).Hits[0].Identity.ShouldBe(Scanning.Scan(Pem(Short)).Hits[0].Identity);

    [Fact]
    public void Who_masks_gets_the_whole_key()
    {
        var key = Pem([.. Enumerable.Repeat(Long[0], 60)]);

        new SecretFinder(RuleReader.Shipped, TimeProvider.System, CancellationToken.None).Find("a.txt", "before\n" + key + "\nafter").ShouldContain(key);
    }

    [Fact]
    public void Any_text_after_the_first_line_is_read_to_an_end_inside_it() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2_000),
            Prop.ForAll(
                Gen.Elements(
                    Short,
                    "\n",
                    "\\n",
                    "\\",
                    "\"",
                    "+",
                    "-",
                    "-----",
                    "-----END PRIVATE KEY-----",
                    "=",
                    "abc",
                    " ",
                    "Comment: x",
                    ": ",
                    "#",
                    "%0A",
                    "_",
                    "Private-MAC: 00")
                    .ListOf()
                    .Select(string.Concat)
                    .ToArbitrary(),
                text =>
            Enum.GetValues<KeyFormat>().All(format => KeyReader.Read(text, format) is var span
                && span.BodyStart >= 0
                && span.BodyStart <= span.BodyEnd
                && span.BodyEnd <= span.End
                && span.End <= text.Length)));
}
