using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Support;

/// <summary>The real program on a terminal: <c>script</c> of util-linux makes one, types into it, and shows what is on it.</summary>
public sealed partial class PseudoTerminal : IDisposable
{
    /// <value>Ctrl-C, as the key sends it.</value>
    public const string CtrlC = "\u0003";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process script;
    private readonly StringBuilder shown = new();
    private readonly byte[] buffer = new byte[8192];
    private readonly Decoder decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();

    private int seen;

    private PseudoTerminal(Process script) => this.script = script;

    /// <value>Whether this machine has what it takes.</value>
    public static bool IsHere => ExternalProgram.Exists("script") && ExternalProgram.Exists("stty");

    /// <value>Everything that was written to the terminal, as it was.</value>
    public string Raw => shown.ToString();

    /// <value>The same without colours and movements; what a line was overwritten with stands on a line of its own.</value>
    public string Screen => Movements().Replace(Raw, "").Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>Starts the program, by default on a terminal of a usual machine: colours, UTF-8, no CI.</summary>
    public static PseudoTerminal Start(
        string directory,
        IReadOnlyList<string> arguments,
        int columns = 80,
        IReadOnlyDictionary<string, string>? environment = null)
    {
        var command = $"stty cols {columns} rows 50; exec {string.Join(' ', arguments.Prepend(Repository.Gates).Select(Quote))}";
        var start = GatesProcess.Describe("script", ["-qefc", command, "/dev/null"], directory);
        foreach (var name in (string[])["CI", "NO_COLOR", "LC_ALL", "LC_CTYPE"])
        {
            start.Environment.Remove(name);
        }

        start.Environment["SHELL"] = "/bin/sh";
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["LANG"] = "C.UTF-8";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        return new PseudoTerminal(Process.Start(start)!);
    }

    /// <summary>Waits for a text on the screen, after those that were waited for before.</summary>
    public async Task UntilAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        int at;
        while ((at = Screen.IndexOf(text, seen, StringComparison.Ordinal)) < 0)
        {
            if (!await ReadAsync(patience.Token))
            {
                throw new InvalidOperationException($"the program ended before it said \"{text}\":\n{Screen}");
            }
        }

        seen = at + text.Length;
    }

    public async Task TypeAsync(string keys)
    {
        await script.StandardInput.WriteAsync(keys);
        await script.StandardInput.FlushAsync();
    }

    /// <summary>The process of the program itself, which leads the terminal's session.</summary>
    public async Task<int> ProgramIdAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (ProcessList.ChildrenOf(script.Id) is [var program, ..])
            {
                return program;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token);
        }
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>The program's exit code.</returns>
    public async Task<int> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await ReadAsync(patience.Token))
        {
        }

        await script.WaitForExitAsync(patience.Token);
        return script.ExitCode;
    }

    public void Dispose()
    {
        if (!script.HasExited)
        {
            script.Kill(entireProcessTree: true);
        }

        script.Dispose();
    }

    /// <summary>Bytes that are not UTF-8 would be rubbish on the screen, and are an error here.</summary>
    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        int read;
        try
        {
            read = await script.StandardOutput.BaseStream.ReadAsync(buffer, cancellationToken);
        }
        catch (OperationCanceledException e)
        {
            throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"nothing came for {Patience.TotalSeconds} s; the screen:\n{Screen}"),
                e);
        }

        var characters = new char[decoder.GetCharCount(buffer, 0, read)];
        shown.Append(characters, 0, decoder.GetChars(buffer, 0, read, characters, 0));
        return read > 0;
    }

    private static string Quote(string argument) => $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    [GeneratedRegex("\u001b(\\[[0-9;?]*[A-Za-z]|[=>])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Movements();
}
