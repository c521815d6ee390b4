namespace Support;

/// <summary>A real OpenPGP key that git can sign with, in a home of its own.</summary>
public sealed class GpgKey : IDisposable
{
    private readonly TempFolder folder = new();

    /// <param name="algorithm">As <c>gpg --quick-generate-key</c> takes it.</param>
    /// <param name="expires">When it ends, likewise.</param>
    public GpgKey(string algorithm = "ed25519", string expires = "never")
    {
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Gpg("--quick-generate-key", "Release Person <person@example.invalid>", algorithm, "sign", expires);
        Fingerprint = Gpg("--with-colons", "--list-keys").Split('\n').First(line => line.StartsWith("fpr:", StringComparison.Ordinal)).Split(':')[9];
        Program = folder.Write("gpg-of-test", $"#!/bin/sh\nexec gpg --homedir '{folder.Path}' \"$@\"\n");
        File.SetUnixFileMode(Program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Whether keys can be made and signatures verified here.</summary>
    public static bool Available => ExternalProgram.Exists("gpg") && ExternalProgram.Exists("gpgv");

    public string Fingerprint { get; }

    public string PublicKey => Gpg("--armor", "--export");

    public string PrivateKey => Gpg("--armor", "--export-secret-keys");

    /// <summary>What to tell git before a command that signs.</summary>
    public string[] Options => ["-c", "gpg.format=openpgp", "-c", "gpg.program=" + Program, "-c", "user.signingkey=" + Fingerprint];

    private string Program { get; }

    /// <summary>Revokes it, by the certificate that was made with it.</summary>
    public void Revoke()
    {
        var certificate = Path.Combine(folder.Path, "openpgp-revocs.d", Fingerprint + ".rev");

        // A colon keeps it from being imported by mistake.
        File.WriteAllText(certificate, File.ReadAllText(certificate).Replace(":-----BEGIN", "-----BEGIN", StringComparison.Ordinal));
        Gpg("--import", certificate);
    }

    /// <summary>Writes gpg's own configuration file.</summary>
    public void Configure(params string[] lines) => folder.Write("gpg.conf", string.Join('\n', lines) + "\n");

    public byte[] ExportBinary()
    {
        var path = Path.Combine(folder.Path, "export.gpg");
        Gpg("--yes", "--output", path, "--export");
        return File.ReadAllBytes(path);
    }

    public string Gpg(params string[] arguments) =>
        ExternalProgram.Run("gpg", ["--homedir", folder.Path, "--batch", "--pinentry-mode", "loopback", "--passphrase", "", .. arguments]).Succeeded();

    public void Dispose()
    {
        ExternalProgram.Run("gpgconf", ["--homedir", folder.Path, "--kill", "all"]);
        folder.Dispose();
    }
}
