using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.BuiltIn.HermeticBuild.Scripts;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Dockerfiles.Words;
using Gates.Formats.Shell;

namespace Gates.BuiltIn.HermeticBuild;

/// <summary>Collects the facts of a Dockerfile.</summary>
internal sealed class DockerfileInspector(ScriptChecks checks) : IFileInspector
{
    public void Inspect(string path, string text, HermeticFacts facts)
    {
        var dockerfile = DockerfileParser.Parse(text, path);
        var earlier = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stage in dockerfile.Stages)
        {
            InspectBase(dockerfile, stage, earlier, facts);
            earlier.Add(stage.Name ?? "");
            var scope = new StageScope(dockerfile);
            foreach (var instruction in stage.Instructions.Select(instruction => instruction.Trigger ?? instruction))
            {
                scope.Enter(instruction);
                if (instruction.Name == "ADD")
                {
                    facts.Adds.AddRange(RemoteAdds(instruction, scope, path));
                }
                else if (instruction.Name == "RUN" && instruction.Flag("network") != "none")
                {
                    checks.Inspect(path, scope.Into(ToScript(dockerfile, instruction)), facts);
                }
            }
        }
    }

    private static void InspectBase(Dockerfile dockerfile, DockerfileStage stage, HashSet<string> earlier, HermeticFacts facts)
    {
        var image = Expand(dockerfile, stage.Base);
        if (image.Length > 0 && !earlier.Contains(image) && image != "scratch")
        {
            facts.Images.Add(new ImageFact(image, "FROM", Pins.HasDigest(image), dockerfile.Path, stage.From.Line));
        }
    }

    private static string Expand(Dockerfile dockerfile, string text)
    {
        try
        {
            return ShellLexer.Expand(
                text,
                dockerfile.Escape,
                name => dockerfile.GlobalArgs.LastOrDefault(arg => arg.Name == name)?.Value
                    ?? (name.Contains("PLATFORM", StringComparison.Ordinal) ? null : "$" + name));
        }
        catch (FormatException)
        {
            // Kept as written: without a digest in plain sight it counts as unpinned.
            return text;
        }
    }

    private static IEnumerable<RemoteAddFact> RemoteAdds(DockerfileInstruction add, StageScope scope, string path)
    {
        var hasChecksum = add.Flag("checksum") is { Length: > 0 };
        foreach (var written in add.Arguments.SkipLast(1))
        {
            var source = scope.Resolve(written.Trim('"'));
            if (IsGit(source))
            {
                yield return new RemoteAddFact(Address.Show(source), "git", hasChecksum || NamesCommit(source), path, add.Line);
            }
            else if (IsUrl(source))
            {
                yield return new RemoteAddFact(Address.Show(source), "url", hasChecksum, path, add.Line);
            }
        }
    }

    // A variable that only the build's caller sets is an address when it is called one.
    private static bool IsUrl(string source) =>
        source.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || source.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || (source.StartsWith('$')
                && (source.Contains("URL", StringComparison.OrdinalIgnoreCase) || source.Contains("URI", StringComparison.OrdinalIgnoreCase)));

    // …#<commit>, …#<commit>:folder, …?commit=<commit> and, as git sources take it since BuildKit 0.24, …?checksum=<commit>.
    private static bool NamesCommit(string source)
    {
        var fragment = source.LastIndexOf('#') is >= 0 and var at ? source[(at + 1)..].Split(':')[0] : "";
        return Pins.IsCommit(fragment) || source.Split('#')[0].Split('?', '&').Skip(1).Any(pair =>
            pair.Split('=') is ["commit" or "checksum" or "ref", var commit] && (Pins.IsCommit(commit) || commit.StartsWith('$')));
    }

    private static bool IsGit(string source) =>
        source.StartsWith("git@", StringComparison.Ordinal)
            || source.StartsWith("git://", StringComparison.Ordinal)
            || source.StartsWith("ssh://", StringComparison.Ordinal)
            ||
        (source.StartsWith("http", StringComparison.Ordinal) && source.Split('#', '?')[0].EndsWith(".git", StringComparison.Ordinal));

    private static Script ToScript(Dockerfile dockerfile, DockerfileInstruction run)
    {
        var dialect = dockerfile.Escape == '`' ? ShellDialect.PowerShell : ShellDialect.Posix;
        var pipelines = run.IsJson
            ? [new ShellPipeline([new ShellCommand([.. run.Arguments.Select(argument => new ShellWord(argument, run.Line, IsDynamic: false, []))], [])])]
            : ShellParser.Parse(WithBodies(run), LineIn(run), dialect).ToList();
        // RUN <<EOF alone runs the lines; after a command they are its input, which the script's own reader follows.
        var runsLines = pipelines.Count == 0;
        foreach (var heredoc in run.Heredocs.Where(heredoc => runsLines && !IsOtherLanguage(heredoc.Content)))
        {
            pipelines.AddRange(ShellParser.Parse(heredoc.Content, heredoc.Line, dialect));
        }

        return Script.From("dockerfile", Folders.Of(dockerfile.Path), pipelines);
    }

    /// <summary>What the shell gets: the command, then each here-document with the line that ends it.</summary>
    private static string WithBodies(DockerfileInstruction run) => run.Heredocs.Count == 0
        ? run.Body
        : run.Body + "\n" + string.Concat(run.Heredocs.Select(heredoc => heredoc.Content + heredoc.Name + "\n"));

    private static Func<int, int> LineIn(DockerfileInstruction run)
    {
        if (run.Heredocs.Count == 0)
        {
            return run.LineAt;
        }

        var bodies = new LineCounter(WithBodies(run)[(run.Body.Length + 1)..], run.Heredocs[0].Line);
        return offset => offset <= run.Body.Length ? run.LineAt(offset) : bodies.LineAt(offset - run.Body.Length - 1);
    }

    private static bool IsOtherLanguage(string text) =>
        text.StartsWith("#!", StringComparison.Ordinal) && !text.Split('\n')[0].TrimEnd().EndsWith("sh", StringComparison.Ordinal);
}
