using Gates.Formats.Shell;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>Tells where a text of a script comes from: from the script itself, from a server, or from the very file that is checked.</summary>
internal sealed class Sources
{
    private static readonly string[] Readers = ["cat", "cut", "awk", "gawk", "head", "tail", "grep", "sed", "tr"];

    private readonly Predicate<Invocation> isHash;
    private string? hostOfKeys;
    private readonly Dictionary<string, ShellCommand> fetchOfFile = new(StringComparer.Ordinal);
    private readonly HashSet<ShellCommand> keys = new(ReferenceEqualityComparer.Instance);
    private readonly Script script;
    private readonly Dictionary<string, string> hostOfFile = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> hostOfVariable = new(StringComparer.Ordinal);
    private readonly HashSet<string> hashFiles = new(StringComparer.Ordinal);
    private readonly HashSet<string> hashVariables = new(StringComparer.Ordinal);
    private readonly HashSet<ShellPipeline> captured = new(ReferenceEqualityComparer.Instance);

    public Sources(Script script, Predicate<Invocation> isHash)
    {
        this.script = script;
        this.isHash = isHash;
        foreach (var pipeline in script.Pipelines)
        {
            Note(pipeline);
        }
    }

    /// <summary>Whether the output of the pipeline goes into a word, a variable or a file.</summary>
    public bool IsCaptured(ShellPipeline pipeline) => captured.Contains(pipeline);

    public bool IsHashed(ShellWord word) =>
        Commands(word.Nested).Any(command => isHash(command)) || Names(word.Text).Any(hashVariables.Contains);

    /// <summary>The host that a word's value was fetched from.</summary>
    /// <param name="word">The word.</param>
    /// <param name="isText">Whether it is a text that may name files, rather than a file that is read.</param>
    public string? HostOf(ShellWord word, bool isText = false) =>
        HostOfNested(word)
            ?? Names(word.Text).Select(name => hostOfVariable.GetValueOrDefault(name)).FirstOrDefault(found => found is not null)
            ?? (!isText && hostOfFile.TryGetValue(NameOf(word.Text), out var host) ? host : null);

    /// <summary>The host that the key of a signature was fetched from, unless the script tells which key it must be.</summary>
    public string? HostOfKey(Invocation command)
    {
        var named = command.Name is "minisign" or "signify" ? command.ValueOf("-p")
            : command.ValueOf("--keyring", "--key", "-verify", "--no-default-keyring", "--certificate");
        return named is not null && HostOf(named) is { } host ? host
            : command.Name is "gpg" or "gpg2"
                && !script.Calls.Any(call => call.Has("--recv-keys", "--recv-key", "--fingerprint", "--show-keys")) ? hostOfKeys : null;
    }

    /// <summary>Whether the command fetches a key, which a signature is not of.</summary>
    public bool IsKey(ShellCommand command) => keys.Contains(command);

    // $(curl …), $(cat sums)
    private string? HostOfNested(ShellWord word) =>
        Commands(word.Nested).Select(Download.From).OfType<Download>().Select(Host).FirstOrDefault()
            ?? Commands(word.Nested).Where(command => Readers.Contains(command.Name, StringComparer.Ordinal))
                .SelectMany(command => command.Operands.Concat(command.Command.Redirects.Select(redirect => redirect.Target)))
                .Select(file => hostOfFile.GetValueOrDefault(NameOf(file.Text))).FirstOrDefault(found => found is not null);

    /// <summary>What a command that compares is given to compare with.</summary>
    public (string? Text, string? Host, bool IsOwn) InputOf(ShellPipeline pipeline, int index, Invocation command)
    {
        var before = pipeline.Commands.Take(index).ToList();
        var words = before.SelectMany(feeder => feeder.Words.Skip(1)).Concat(command.Command.Redirects.Select(redirect => redirect.Target)).ToList();
        var files = command.Arguments.Where(word => !word.IsFlag && word.Text != "-").ToList();
        var all = words.Concat(files).ToList();
        var feeders = before.Select(Invocation.From).OfType<Invocation>().ToList();
        var texts = feeders.Where(feeder => feeder.Name is "echo" or "printf").SelectMany(feeder => feeder.Command.Words)
            .Concat(command.Command.Redirects.Where(redirect => redirect.Operator is "<<<" or "<<").Select(redirect => redirect.Target))
            .ToHashSet<ShellWord>(ReferenceEqualityComparer.Instance);
        var host = feeders.Select(Download.From).OfType<Download>().Select(Host).FirstOrDefault()
            ?? all.Select(word =>
                HostOf(word, texts.Contains(word))).FirstOrDefault(found => found is not null);
        var isOwn = feeders.Any(feeder => isHash(feeder)) || all.Any(IsHashed) || all.Any(word =>
            !texts.Contains(word) && hashFiles.Contains(NameOf(word.Text)));
        var isWritten = files.Count == 0 && words.Count > 0 && feeders.All(feeder => feeder.Name is "echo" or "printf");
        return (isWritten ? string.Join(' ', words) : null, host, isOwn);
    }

    private void Note(ShellPipeline pipeline)
    {
        foreach (var command in pipeline.Commands)
        {
            foreach (var word in command.Words.Where(word => word.Nested.Count > 0))
            {
                NoteAssignment(word);
                captured.UnionWith(ShellWalker.All(word.Nested));
            }

            if (Invocation.From(command) is { } invocation && Download.From(invocation) is { Output: { } output } download && Host(download) is { } host)
            {
                hostOfFile[NameOf(output)] = host;
                fetchOfFile[NameOf(output)] = command;
            }
        }

        NoteKeys(pipeline);

        foreach (var target in pipeline.Commands[^1].Redirects.Where(redirect => redirect.Operator is ">" or ">>" or ">|").Select(redirect =>
            redirect.Target.Text))
        {
            var commands = pipeline.Commands.Select(Invocation.From).OfType<Invocation>().ToList();
            captured.Add(pipeline);
            if (commands.Any(command => isHash(command)))
            {
                hashFiles.Add(NameOf(target));
            }

            if (commands.Select(Download.From).OfType<Download>().Select(Host).FirstOrDefault() is { } host)
            {
                hostOfFile[NameOf(target)] = host;
            }
        }
    }

    // curl …/KEY | gpg --import, gpg --import KEY, curl …/KEY | gpg --dearmor -o key.gpg
    private void NoteKeys(ShellPipeline pipeline)
    {
        var commands = pipeline.Commands.Select(Invocation.From).OfType<Invocation>().ToList();
        var fetched = commands.Select(Download.From).OfType<Download>().Select(Host).FirstOrDefault();
        foreach (var gpg in commands.Where(command => command.Name is "gpg" or "gpg2" && command.Has("--import", "--dearmor")))
        {
            var words = gpg.Operands.Concat(gpg.Command.Redirects.Select(redirect => redirect.Target)).ToList();
            var host = fetched ?? words.Select(word => HostOf(word)).FirstOrDefault(found => found is not null);
            keys.UnionWith(pipeline.Commands);
            keys.UnionWith(words.Select(word => fetchOfFile.GetValueOrDefault(NameOf(word.Text))).OfType<ShellCommand>());
            hostOfKeys = gpg.Has("--import") ? host ?? hostOfKeys : hostOfKeys;
            if (host is not null && gpg.ValueOf("-o", "--output") is { } output)
            {
                hostOfFile[NameOf(output.Text)] = host;
            }
        }
    }

    private void NoteAssignment(ShellWord word)
    {
        var sign = word.Text.IndexOf('=', StringComparison.Ordinal);
        if (sign <= 0)
        {
            return;
        }

        var name = word.Text[..sign];
        if (Commands(word.Nested).Any(command => isHash(command)))
        {
            hashVariables.Add(name);
        }

        if (HostOfNested(word) is { } host)
        {
            hostOfVariable[name] = host;
        }
    }

    private string? Host(Download download) => Address.HostOf(script.Resolve(download.Url));

    private static IEnumerable<Invocation> Commands(IReadOnlyList<ShellPipeline> pipelines) =>
        ShellWalker.All(pipelines).SelectMany(pipeline => pipeline.Commands).Select(Invocation.From).OfType<Invocation>();

    /// <summary>The variables that a text names: $NAME and ${NAME}.</summary>
    private static IEnumerable<string> Names(string text)
    {
        for (var at = text.IndexOf('$', StringComparison.Ordinal); at >= 0; at = text.IndexOf('$', at + 1))
        {
            var start = at + 1 < text.Length && text[at + 1] == '{' ? at + 2 : at + 1;
            var end = start;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
            {
                end++;
            }

            yield return text[start..end];
        }
    }

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
