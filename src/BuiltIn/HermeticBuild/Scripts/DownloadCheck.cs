using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.Formats.Shell;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>Finds what is fetched and run, and what is fetched and kept without comparing it with anything.</summary>
internal sealed class DownloadCheck : IScriptCheck
{
    // What a workflow fetches into such a file is an answer to look at, not a part of the build.
    private static readonly string[] DataFiles = [".json", ".txt", ".html", ".xml", ".csv", ".md", ".log", ".out", ".sarif"];

    // What is fetched to compare with.
    private static readonly string[] SumFiles = ["sha256", "sha512", "sha1", "md5", "checksum", "shasum"];

    private static readonly string[] Keepers = [
        "tar",
        "bsdtar",
        "unzip",
        "gunzip",
        "zcat",
        "xz",
        "unxz",
        "bzip2",
        "gpg",
        "apt-key",
        "tee",
        "dpkg",
        "rpm",
        "install"
    ];

    public IEnumerable<CommandFact> Inspect(Script script)
    {
        var verifications = Verifications.Of(script);
        foreach (var pipeline in script.Pipelines)
        {
            for (var i = 0; i < pipeline.Commands.Count; i++)
            {
                if (Invocation.From(pipeline.Commands[i]) is { } invocation && Inspect(script, pipeline, i, invocation, verifications) is { } fact)
                {
                    yield return fact;
                }
            }
        }

        foreach (var fact in PowerShellExpressions(script))
        {
            yield return fact;
        }
    }

    // iex (irm …), iex ((New-Object Net.WebClient).DownloadString('…')): the parentheses end the command, what is run follows it.
    private static IEnumerable<CommandFact> PowerShellExpressions(Script script)
    {
        for (var i = 0; i < script.Calls.Count; i++)
        {
            if (script.Calls[i].Invocation is not { Name: "iex" or "invoke-expression", Arguments.Count: 0 } invocation)
            {
                continue;
            }

            var inner = script.Calls.Skip(i + 1).Select(call => call.Invocation).Take(4).TakeWhile(next => next.Line == invocation.Line).ToList();
            var url = inner.SelectMany(next => next.Command.Words).FirstOrDefault(word => Address.IsRemote(word.Text));
            if (url is not null && inner.Any(next => next.Name == ".downloadstring" || Download.From(next) is not null))
            {
                yield return new CommandFact { Problem = "download-and-execute", Tool = "iex", Subjects = [Address.Show(url.Text)], Line = invocation.Line };
            }
        }
    }

    private static CommandFact? Inspect(
        Script script, ShellPipeline pipeline, int index, Invocation invocation, IReadOnlyList<Verification> verifications)
    {
        if (CodeOf(invocation) is { } fetched)
        {
            return Fact("download-and-execute", fetched, invocation.Line);
        }

        if (Download.From(invocation) is not { } download)
        {
            return null;
        }

        var after = pipeline.Commands.Skip(index + 1).Select(Invocation.From).OfType<Invocation>().ToList();
        if (after.Any(Interpreter.ReadsCodeFromInput))
        {
            return Fact("download-and-execute", download, invocation.Line);
        }

        var url = script.Resolve(download.Url);
        var reasons = verifications.Select(verification => verification.WhyNot(download, url) ?? verification.WhyNotHere(script, download)).ToList();
        if (reasons.Contains(null))
        {
            return null;
        }

        // A checksum of the same server at least tells a broken download.
        var why = reasons.Find(Verification.TellsBroken) ?? reasons.Find(reason => reason?.Length > 0);
        if (!Verification.TellsBroken(why) && IsRunLater(script, download))
        {
            return Fact("download-and-execute", download, invocation.Line) with { Because = why };
        }

        var kept = IsKept(script, download) || after.Any(command => Keepers.Contains(command.Name, StringComparer.Ordinal));
        return kept && !IsFixed(url) ? Fact("unchecked-download", download, invocation.Line) with { Because = why } : null;
    }

    // sh -c "$(curl …)", bash <(curl …), eval "$(curl …)", source <(curl …)
    private static Download? CodeOf(Invocation invocation) =>
        Interpreter.CodeWords(invocation)
            .SelectMany(word => ShellWalker.All(word.Nested))
            .SelectMany(pipeline => pipeline.Commands)
            .Select(command => Invocation.From(command) is { } inner ? Download.From(inner) : null)
            .FirstOrDefault(download => download is { Output: null });

    private static bool IsRunLater(Script script, Download download)
    {
        var name = download.Output?[(download.Output.LastIndexOf('/') + 1)..];
        return !string.IsNullOrEmpty(name) && name[0] != '$' && script.IsRunAfter(name, download.Invocation.Command);
    }

    private static bool IsKept(Script script, Download download) =>
        download.Output is { Length: > 0 } output && output is not ("/dev/null" or "-" or "/dev/stdout" or "NUL" or "$null") &&
        !output.StartsWith("$GITHUB_", StringComparison.Ordinal) &&
        !SumFiles.Any(part => Address.FileName(output).Contains(part, StringComparison.OrdinalIgnoreCase)) &&
        (script.IsDockerfile || !DataFiles.Any(ending => output.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));

    // An address that contains a whole commit id always gives the same file, as long as its host is honest.
    private static bool IsFixed(string url) => url.Split('/').Any(Pins.IsCommit);

    private static CommandFact Fact(string problem, Download download, int line) => new()
    {
        Problem = problem,
        Tool = download.Invocation.Name,
        Subjects = [Address.Show(download.Url)],
        Line = line,
    };
}
