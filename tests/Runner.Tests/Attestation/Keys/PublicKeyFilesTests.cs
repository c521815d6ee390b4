using System.Text;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Keys;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Attestation.Keys;

public sealed class PublicKeyFilesTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The verifier key of the Go checksum database, which everybody's Go tools trust.</summary>
    [Fact]
    public void LogVerifiers_HaveTheFormOfAWellKnownOne()
    {
        const string known = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8";
        var key = Ed25519PublicKey.From(Convert.FromBase64String(known.Split('+', 3)[2]).AsSpan(1));
        var line = PublicKeyFiles.Of(new Keyring([new KeyringEntry(key, KeyUse.Log, Start, Start.AddDays(1))]), "sum.golang.org")[PublicKeyFiles.LogVerifiers];
        line.ShouldMatch(@"^sum\.golang\.org/2026\+[0-9a-f]{8}\+Ac4zctda0e5eza\+HJyk9SxEdh\+s3Ux18htTTAD8OuAn8\n$");
    }

    [Theory]
    [InlineData(1, null, true)]
    [InlineData(-1, null, false)]
    [InlineData(31, null, false)]
    [InlineData(5, 6, true)]
    [InlineData(7, 6, false)]
    public void AllowedSigners_SshKeygenAcceptsAKeyInItsTimeOnly(int day, int? revokedOnDay, bool accepted)
    {
        Assert.SkipUnless(ExternalProgram.Exists("ssh-keygen"), "ssh-keygen is not installed");
        using var folder = new TempFolder();
        using var key = Ed25519PrivateKey.Create().Key;
        var entry = new KeyringEntry(
            key.PublicKey,
            KeyUse.Evidence,
            Start,
            Start.AddDays(30),
            revokedOnDay is { } revoked ? new KeyRevocation(Start.AddDays(revoked), "lost") : null);
        var signers = folder.Write("allowed_signers", PublicKeyFiles.Of(new Keyring([entry]), "x")["allowed_signers"]);
        var message = folder.Write("message", "hello\n");
        var signature = folder.Write("message.sig", SshSignature.Of(key, "gates-evidence", File.ReadAllBytes(message)));

        var checkedBy = ExternalProgram.Run(
            "/bin/sh",
            [
                "-c",
                FormattableString.Invariant($"ssh-keygen -Y verify -f {signers} -I gates-evidence -n gates-evidence -s {signature} -O verify-time={Start.AddDays(day):yyyyMMdd}Z < {message}")
            ]);

        (checkedBy.ExitCode == 0).ShouldBe(accepted, checkedBy.ToString());
    }

    [Fact]
    public void PublicKey_IsWhatOpenSslMakesOfThePrivateOne()
    {
        Assert.SkipUnless(ExternalProgram.Exists("openssl"), "openssl is not installed");
        using var folder = new TempFolder();
        var path = Path.Join(folder.Path, "new.key.pem");
        using var key = PrivateKeyFile.Create(_ => path);
        ExternalProgram.Run("openssl", ["pkey", "-in", path, "-pubout"]).Succeeded().ShouldBe(KeyPem.WritePublic(key.PublicKey));
        Should.Throw<IOException>(() => PrivateKeyFile.Create(_ => path));
        Directory.GetFiles(folder.Path).Length.ShouldBe(1);
        Encoding.ASCII.GetString(File.ReadAllBytes(path)).ShouldStartWith("-----BEGIN PRIVATE KEY-----\n");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("a message")]
    public void Signature_IsByteForByteThatOfOpenSsl(string message)
    {
        Assert.SkipUnless(ExternalProgram.Exists("openssl"), "openssl is not installed");
        using var folder = new TempFolder();
        var path = Path.Join(folder.Path, "new.key.pem");
        using var key = PrivateKeyFile.Create(_ => path);
        var signed = folder.Write("message", message);
        var signature = Path.Join(folder.Path, "signature");

        ExternalProgram.Run("openssl", ["pkeyutl", "-sign", "-rawin", "-inkey", path, "-in", signed, "-out", signature]).Succeeded();

        key.Sign(Encoding.ASCII.GetBytes(message)).ShouldBe(File.ReadAllBytes(signature));
    }
}
