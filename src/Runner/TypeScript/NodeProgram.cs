using System.ComponentModel;
using System.Diagnostics;
using Gates.Runner.Processes;

namespace Gates.Runner.TypeScript;

/// <summary>The only code that starts Node.js and npm.</summary>
internal static class NodeProgram
{
    /// <value>Policies take a second or two, also all of a repository's at once; one that takes this long never ends.</value>
    private static readonly TimeSpan ScriptDeadline = TimeSpan.FromSeconds(30);

    /// <value>Once a machine, one package is fetched, of some megabytes; a registry that is silent for this long is down.</value>
    private static readonly TimeSpan InstallDeadline = TimeSpan.FromSeconds(60);

    private static readonly string[] NpmNames = ["HOME", "LANG", "TMPDIR", "HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY", "NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE", "SSL_CERT_DIR"];

    /// <summary>Runs one of our scripts over a request, with nothing of our environment.</summary>
    /// <returns>What it printed, or <see langword="null"/> when Node.js is not installed.</returns>
    /// <exception cref="EvaluationException">It failed, or did not end.</exception>
    public static async Task<byte[]?> RunScriptAsync(string script, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        return await RunAsync("node", ["--max-old-space-size=1024", "--stack-size=4000", "-e", script], [], null, request, ScriptDeadline, cancellationToken);
    }

    /// <summary>Runs <c>npm ci</c> in a folder with a lock file; integrity is npm's business, scripts do not run.</summary>
    /// <returns>Whether npm is installed.</returns>
    /// <exception cref="EvaluationException">It failed, or did not end.</exception>
    public static async Task<bool> InstallAsync(string folder, CancellationToken cancellationToken)
    {
        var environment = NpmVariables().Append(KeyValuePair.Create("PATH", ProgramFinder.SearchPath()));
        return await RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], environment, folder, ReadOnlyMemory<byte>.Empty, InstallDeadline, cancellationToken) is not null;
    }

    /// <summary>The user's own settings of npm and of the network; no key and no token of ours is among them.</summary>
    private static IEnumerable<KeyValuePair<string, string>> NpmVariables() =>
        from variable in Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
        let name = (string)variable.Key
        where NpmNames.Contains(name, StringComparer.OrdinalIgnoreCase) || name.StartsWith("npm_config_", StringComparison.OrdinalIgnoreCase)
        select KeyValuePair.Create(name, (string?)variable.Value ?? "");

    private static async Task<byte[]?> RunAsync(
        string program, IReadOnlyList<string> arguments, IEnumerable<KeyValuePair<string, string>> environment, string? folder, ReadOnlyMemory<byte> input, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (ProgramFinder.Find(program) is not { } path)
        {
            return null;
        }

        var start = new ProcessStartInfo(path, arguments) { WorkingDirectory = folder ?? "/" };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        using var deadline = new CancellationTokenSource(limit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        using var process = Start(start);
        if (process is null)
        {
            return null;
        }

        try
        {
            var errors = process.StandardError.ReadToEndAsync(either.Token);
            var answer = ReadAsync(process.StandardOutput.BaseStream, either.Token);
            await WriteAsync(process, input, either.Token);
            var output = await answer;
            await process.WaitForExitAsync(either.Token);
            await ChildProcess.CheckAsync(process, cancellationToken);
            return process.ExitCode == 0 ? output : throw new EvaluationException($"{program} failed: {LastLine(await errors)}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new EvaluationException($"{program} did not end within {limit.TotalSeconds:0} s");
        }
    }

    private static async Task<byte[]> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer, cancellationToken);
        return buffer.ToArray();
    }

    private static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return ChildProcess.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static async Task WriteAsync(Process process, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything; its exit code says why.
        }
    }

    private static string LastLine(string errors) =>
        errors.Split('\n').LastOrDefault(line => line.Contains("rror", StringComparison.Ordinal))?.Trim() ?? "no reason given";
}
