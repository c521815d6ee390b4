using Gates.Attestation;
using Gates.Attestation.Cryptography;
using Gates.Formats.Foundation;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Cryptography;

public sealed class KeyPemTests
{
    private const string Begin = "-----BEGIN PRIVATE" + " KEY-----\n";

    private const string End = "\n-----END PRIVATE KEY-----";

    /// <summary>The key of RFC 8410 §10.3, as OpenSSL writes it.</summary>
    private const string Private = Begin + "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC" + End;

    private const string Public = """
        -----BEGIN PUBLIC KEY-----
        MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
        -----END PUBLIC KEY-----
        """;

    [Fact]
    public void ReadPrivate_KeyOfTheStandard_HasItsPublicKey()
    {
        using var key = KeyPem.ReadPrivate(Private, "k.pem");
        key.PublicKey.ShouldBe(KeyPem.ReadPublic(Public, "p.pem").ShouldHaveSingleItem());
        KeyPem.WritePublic(key.PublicKey).Trim().ShouldBe(Public.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void ReadPrivate_KeyThatWasWritten_IsTheSame()
    {
        var (key, pem) = Ed25519PrivateKey.Create();
        using (key)
        {
            using var again = KeyPem.ReadPrivate(pem, "k.pem");
            again.KeyId.ShouldBe(key.KeyId);
        }
    }

    [Fact]
    public void ReadPublic_SeveralKeys_AllAreRead()
    {
        var (key, _) = Ed25519PrivateKey.Create();
        using (key)
        {
            KeyPem.ReadPublic(Public + "\n" + KeyPem.WritePublic(key.PublicKey), "p.pem").Count.ShouldBe(2);
        }
    }

    [Theory]
    [InlineData("", "k.pem: holds no PEM key; make one with `gates keys new`")]
    [InlineData("-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----", "an OpenSSH key, which OpenSSL cannot read")]
    [InlineData("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----", "the key is encrypted")]
    [InlineData("-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----", "a PEM EC PRIVATE KEY, where a PRIVATE KEY (PKCS#8) is wanted")]
    [InlineData(Begin + "MC4CAQAwBQYDK2VwBCIEINTuctv5" + End, "the PKCS#8 structure is damaged")]
    [InlineData(Begin + "MC4CAQAwBQYDK2VuBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC" + End, "a key of another algorithm (1.3.101.110)")]
    public void ReadPrivate_NotSuchAKey_SaysWhatItIs(string pem, string message)
    {
        var refusal = Should.Throw<UsageException>(() => KeyPem.ReadPrivate(pem, "k.pem"));
        refusal.Message.ShouldContain(message);
        refusal.Message.ShouldNotContain("AAAA");
        refusal.Message.ShouldNotContain("MC4C");
    }

    [Theory]
    [InlineData("-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n-----END PUBLIC KEY-----", "small order")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", "holds a CERTIFICATE, where a PUBLIC KEY is wanted")]
    [InlineData(
        "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VuAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----",
        "a public key of the algorithm 1.3.101.110; Ed25519, ECDSA and RSA are known")]
    public void ReadPublic_NotUsable_SaysWhy(string pem, string message) =>
        Should.Throw<EvidenceFormatException>(() => KeyPem.ReadPublic(pem, "p.pem")).Message.ShouldContain(message);
}
