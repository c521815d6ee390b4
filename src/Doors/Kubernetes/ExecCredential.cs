using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Gates.Doors.Processes;
using Gates.Formats.Documents;

namespace Gates.Doors.Kubernetes;

/// <summary>
/// A token from the program that a kubeconfig's <c>exec</c> names. The package's own way joins its arguments with spaces, looks for it in the current folder
/// first, and leaves it running after a time-out.
/// </summary>
internal sealed class ExecCredential
{
    private const int MaxOutput = 1 << 20;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly TimeProvider time;
    private readonly string program;
    private readonly ProcessStartInfo start;
    private string? token;
    private DateTimeOffset expiry;

    /// <exception cref="Formats.Foundation.UsageException">The program lies in the workspace, or there is none.</exception>
    public ExecCredential(KubeconfigFiles files, DocumentNode exec, IReadOnlyDictionary<string, string> environment, TimeProvider time)
    {
        this.time = time;
        var command = exec.GetText("command") ?? throw files.Refusal("`exec` names no command");
        program = files.Checked(
            command.Contains('/', StringComparison.Ordinal)
                ? command
                : ProgramFinder.Find(command) ?? throw files.Refusal($"`exec` names {Say.Quote(command)}, which is in no folder of the search path"),
            "command");
        start = new ProcessStartInfo(program, (exec.Get("args")?.Items ?? []).Select(item => item.Text))
        {
            WorkingDirectory = files.Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["PATH"] = ProgramFinder.SearchPath();
        foreach (var variable in exec.Get("env")?.Items ?? [])
        {
            start.Environment[variable.GetText("name") ?? throw files.Refusal("`exec.env` has a variable without a name")] = variable.GetText("value") ?? "";
        }

        var version = exec.GetText("apiVersion") ?? throw files.Refusal("`exec` names no apiVersion");
        start.Environment["KUBERNETES_EXEC_INFO"] =
            $$$"""{"apiVersion":"{{{JsonEncodedText.Encode(version)}}}","kind":"ExecCredential","spec":{"interactive":false}}""";
    }

    /// <summary>The token of the last run, while it is good; else that of a new one.</summary>
    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        if (token is null || time.GetUtcNow() >= expiry)
        {
            (token, expiry) = Read(await RunAsync(cancellationToken));
        }

        return token;
    }

    private async Task<ReadOnlyMemory<byte>> RunAsync(CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        using var process = Start();
        try
        {
            process.StandardInput.Close();
            var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, either.Token);
            var output = await ProgramOutput.ReadAsync(process.StandardOutput.BaseStream, MaxOutput, either.Token);
            await errors;
            await process.WaitForExitAsync(either.Token);
            await ChildProcess.CheckAsync(process, cancellationToken);

            // What it wrote is not shown: plugins print tokens.
            return process.ExitCode == 0 ? output.Bytes : throw Fault($"failed with exit code {process.ExitCode}; run it by hand to see why");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw Fault($"did not end within {Deadline.TotalSeconds:0} s");
        }
    }

    private Process Start()
    {
        try
        {
            return ChildProcess.Start(start);
        }
        catch (Win32Exception e)
        {
            throw Fault($"cannot be started: {e.Message}");
        }
    }

    private (string Token, DateTimeOffset Expiry) Read(ReadOnlyMemory<byte> output)
    {
        try
        {
            using var answer = JsonDocument.Parse(output);
            var status = answer.RootElement.GetProperty("status");
            return (
                status.GetProperty("token").GetString() is { Length: > 0 } text ? text : throw new KeyNotFoundException(),
                status.TryGetProperty("expirationTimestamp", out var moment) ? moment.GetDateTimeOffset().AddMinutes(-1) : DateTimeOffset.MaxValue);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Fault("wrote no ExecCredential with a token");
        }
    }

    private KubernetesException Fault(string why) =>
        new(KubernetesFault.CredentialUnusable, $"{Say.Path(program)}, which the kubeconfig names under `exec`, {why}");
}
