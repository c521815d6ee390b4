using System.Diagnostics;
using Gates.Doors.Processes;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git.History.Gpg;

/// <summary>Asks gpgv about OpenPGP signatures, by the keys of one keyring alone: what the machine's user trusts counts for nothing.</summary>
/// <param name="keyring">See <see cref="GpgKeyring"/>.</param>
/// <param name="name">How a reason names it.</param>
internal sealed class GpgCheck(byte[]? keyring, string name) : IDisposable
{
    private const string Armour = "-----BEGIN PGP SIGNATURE-----";
    private const int MaxOutput = 64 << 10;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lazy<DirectoryInfo> folder = new(() => Directory.CreateTempSubdirectory("gates-gpg-"));

    /// <param name="signed">The bytes that were signed.</param>
    /// <param name="signature">The signature, armoured.</param>
    /// <param name="cancellationToken">Stops gpgv.</param>
    /// <exception cref="EvaluationException">gpgv did not end.</exception>
    public async Task<GitSignature> VerifyAsync(byte[] signed, string signature, CancellationToken cancellationToken)
    {
        if (!signature.StartsWith(Armour, StringComparison.Ordinal))
        {
            return new GitSignature(GitSignature.Gpg, GitSignature.CannotVerify, null, "only SSH and OpenPGP signatures are verified");
        }

        if (keyring is null)
        {
            return new GitSignature(GitSignature.Gpg, GitSignature.UnknownKey, null, $"there is no {name}, whose keys count");
        }

        if (ProgramFinder.Find("gpgv") is not { } program)
        {
            return new GitSignature(
                GitSignature.Gpg,
                GitSignature.CannotVerify,
                null,
                "gpgv is not installed; it verifies OpenPGP signatures (Debian: gpgv)");
        }

        await File.WriteAllBytesAsync(In("keys"), keyring, cancellationToken);
        await File.WriteAllBytesAsync(In("signed"), signed, cancellationToken);
        await File.WriteAllTextAsync(In("signature"), signature + "\n", cancellationToken);
        return GpgStatus.Read(await RunAsync(program, cancellationToken), name);
    }

    public void Dispose()
    {
        if (folder.IsValueCreated)
        {
            folder.Value.Delete(recursive: true);
        }
    }

    private async Task<string> RunAsync(string program, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(
            program,
            ["--homedir", folder.Value.FullName, "--keyring", In("keys"), "--status-fd", "1", "--weak-digest", "SHA1", In("signature"), In("signed")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.Value.FullName,
        };
        start.Environment.Clear();
        start.Environment["LC_ALL"] = "C";
        using var process = ChildProcess.Start(start);
        using var late = new CancellationTokenSource(Patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, either.Token);
            var output = await ProgramOutput.ReadAsync(process.StandardOutput.BaseStream, MaxOutput, either.Token);
            await errors;
            await process.WaitForExitAsync(either.Token);
            await ChildProcess.CheckAsync(process, cancellationToken);
            return output.IsWhole && process.ExitCode is 0 or 1 or 2 ? output.Text : "";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EvaluationException(FormattableString.Invariant($"gpgv did not end within {Patience.TotalSeconds:0} s"));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private string In(string file) => Path.Combine(folder.Value.FullName, file);
}
