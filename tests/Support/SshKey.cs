namespace Support;

/// <summary>A real SSH key that git can sign with.</summary>
public sealed class SshKey : IDisposable
{
    private readonly TempFolder folder = new();

    public SshKey()
    {
        var made = ExternalProgram.Run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", System.IO.Path.Combine(folder.Path, "key")]);
        if (made.ExitCode != 0)
        {
            throw new InvalidOperationException(made.Error);
        }

        PublicKey = folder.Read("key.pub").Trim();
        var listed = ExternalProgram.Run("ssh-keygen", ["-l", "-f", System.IO.Path.Combine(folder.Path, "key.pub")]);
        Fingerprint = listed.Output.Split(' ')[1];
    }

    /// <summary>Whether keys can be made here.</summary>
    public static bool Available => ExternalProgram.Exists("ssh-keygen");

    public string PublicKey { get; }

    public string Fingerprint { get; }

    /// <summary>What to tell git before a command that signs.</summary>
    public string[] Options => ["-c", "gpg.format=ssh", "-c", "user.signingkey=" + System.IO.Path.Combine(folder.Path, "key")];

    public void Dispose() => folder.Dispose();
}
