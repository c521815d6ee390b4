using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Gates.Doors.Processes;
using Gates.Formats.Documents;

namespace Gates.Doors.Registry;

/// <summary>Asks a <c>docker-credential-*</c> program. What it writes is never shown: it is the secret.</summary>
internal static class CredentialHelper
{
    private const int MaxOutput = 1 << 20;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    /// <param name="name">The part after <c>docker-credential-</c>.</param>
    /// <param name="server">The registry, as the program knows it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns><see langword="null"/> when it knows none.</returns>
    /// <exception cref="RegistryException">There is no such program, or it takes too long.</exception>
    public static async Task<RegistryLogin?> AskAsync(string name, string server, CancellationToken cancellationToken)
    {
        if (name.Length > 100 || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.')))
        {
            throw Fault($"{Say.Quote(name)} is no name of a program that keeps logins");
        }

        var program = "docker-credential-" + name;
        using var process = Start(
            ProgramFinder.Find(program) ?? throw Fault($"{program} is to know the login for {server}, and is in no folder of the search path"));
        using var late = new CancellationTokenSource(Deadline);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(server + "\n"), either.Token);
            process.StandardInput.Close();
            var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, either.Token);
            var output = await ProgramOutput.ReadAsync(process.StandardOutput.BaseStream, MaxOutput, either.Token);
            await errors;
            await process.WaitForExitAsync(either.Token);

            // By convention it fails when it knows none.
            return process.ExitCode == 0 ? Parse(output.Bytes) ?? throw Fault($"{program} did not answer as such programs do") : null;
        }
        catch (IOException)
        {
            throw Fault($"{program} ended before it was asked");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Fault(FormattableString.Invariant($"{program} did not answer within {Deadline.TotalSeconds:0} s"));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(string program)
    {
        try
        {
            return ChildProcess.Start(new ProcessStartInfo(program, ["get"])
            {
                UseShellExecute = false,
                WorkingDirectory = "/",
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });
        }
        catch (Win32Exception e)
        {
            throw Fault($"{program} cannot be started: {e.Message}");
        }
    }

    private static RegistryLogin? Parse(ReadOnlyMemory<byte> output)
    {
        try
        {
            using var document = JsonDocument.Parse(output);
            var user = document.RootElement.GetProperty("Username").GetString() ?? "";
            var secret = document.RootElement.GetProperty("Secret").GetString() ?? "";
            return secret.Length == 0 ? null : user == "<token>" ? new RegistryLogin("", secret, IsIdentity: true) : new RegistryLogin(user, secret);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static RegistryException Fault(string why) => new(RegistryFault.LoginUnusable, why);
}
