using System.Text.RegularExpressions;
using Gates.BuiltIn.HermeticBuild.Tools;
using Gates.Formats.Shell;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>One script of the build: what one <c>RUN</c> or <c>run:</c> does.</summary>
internal sealed partial record Script
{
    private readonly IReadOnlyList<ShellPipeline> written;
    private readonly Lazy<Dictionary<string, string>> assigned;

    // What depends on Variables is made when it is asked for: those come after.
    private IReadOnlyList<ShellPipeline>? body;
    private IReadOnlyList<ShellPipeline>? pipelines;
    private IReadOnlyList<Call>? calls;
    private (Dictionary<ShellCommand, int> Places, Dictionary<string, List<int>> Runs)? order;

    private Script(string where, string? folder, IReadOnlyList<ShellPipeline> body)
    {
        Where = where;
        Folder = folder;
        written = body;
        assigned = new(() => Assigned([.. ShellWalker.All(body)]));
    }

    /// <value>Where it stands: see <see cref="Gates.BuiltIn.HermeticBuild.Facts.CommandFact.Where"/>.</value>
    public string Where { get; }

    /// <value>The folder it runs in; <see langword="null"/> when the file does not tell.</value>
    public string? Folder { get; }

    /// <value>Its own pipelines, in order.</value>
    public IReadOnlyList<ShellPipeline> Body => body ??= CommandVariables.Into(written, Resolve);

    /// <value>Every pipeline, nested ones included.</value>
    public IReadOnlyList<ShellPipeline> Pipelines => pipelines ??= [.. ShellWalker.All(Body)];

    /// <value>Every command, in order.</value>
    public IReadOnlyList<Call> Calls => calls ??=
        [.. Pipelines.SelectMany(pipeline => pipeline.Commands).Select(Invocation.From).OfType<Invocation>().Select(Call.From)];

    private (Dictionary<ShellCommand, int> Places, Dictionary<string, List<int>> Runs) Placed => order ??= Order(Pipelines);

    /// <value>Whether a command that fails ends the script by itself, as with <c>set -e</c>.</value>
    public bool StopsOnError { get; init; } = true;

    /// <value>Whether a line that fails ends it, as each line of a Makefile's recipe does.</value>
    public bool StopsAtLines { get; init; }

    /// <value>Whether a pipeline fails when any of its commands does.</value>
    public bool StopsInPipes { get; init; }

    /// <value>The values of variables that are set before the script, as far as its file tells.</value>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public bool IsDockerfile => Where == "dockerfile";

    /// <value>Whether it may do much that is no part of the build.</value>
    public bool IsLoose => Where is "makefile" or "script" or "task";

    public static Script From(string where, string? folder, IReadOnlyList<ShellPipeline> pipelines) =>
        new(where, folder, pipelines);

    /// <summary>Whether a file of that name is run by a command after the given one.</summary>
    public bool IsRunAfter(string name, ShellCommand command) =>
        PlaceOf(command) is { } place && IsRunBetween(name, place, int.MaxValue);

    public bool IsRunBetween(string name, int after, int before) =>
        Placed.Runs.TryGetValue(name, out var runs) && runs.Exists(run => run > after && run < before);

    /// <summary>The place of a command among all of them; <see langword="null"/> when it stands in a text that a command runs.</summary>
    public int? PlaceOf(ShellCommand command) => Placed.Places.TryGetValue(command, out var place) ? place : null;

    /// <summary>The text with the values of the variables that are known.</summary>
    public string Resolve(string text) => Resolve(text, Value);

    /// <summary>The text with the values that are given; a variable without one stays as written.</summary>
    public static string Resolve(string text, Func<string, string?> value) => !text.Contains('$', StringComparison.Ordinal) ? text
        : Variable().Replace(text, match =>
        value(match.Groups["name"].Value) is { Length: > 0 } known && !known.Contains('$', StringComparison.Ordinal) ? known : match.Value);

    private string? Value(string name) => assigned.Value.GetValueOrDefault(name) ?? Variables.GetValueOrDefault(name);

    // A variable that is set twice has no value that the text alone tells.
    private static Dictionary<string, string> Assigned(IReadOnlyList<ShellPipeline> pipelines)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in pipelines.SelectMany(pipeline => pipeline.Commands).SelectMany(command => command.Words))
        {
            var sign = word.Text.IndexOf('=', StringComparison.Ordinal);
            if (sign > 0 && word.Text.AsSpan(0, sign).IndexOfAnyExcept(NameCharacters) < 0)
            {
                var (name, value) = (word.Text[..sign], word.Text[(sign + 1)..]);
                found[name] = found.TryGetValue(name, out var before) && before != value ? "$" : value;
            }
        }

        return found;
    }

    private static (Dictionary<ShellCommand, int> Places, Dictionary<string, List<int>> Runs) Order(IReadOnlyList<ShellPipeline> pipelines)
    {
        var places = new Dictionary<ShellCommand, int>(ReferenceEqualityComparer.Instance);
        var runs = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var command in pipelines.SelectMany(pipeline => pipeline.Commands))
        {
            places[command] = places.Count;
            if (Invocation.From(command) is { } invocation && Interpreter.FileRun(invocation) is { } file)
            {
                runs.TryAdd(file, []);
                runs[file].Add(places.Count);
            }
        }

        return (places, runs);
    }

    private static readonly System.Buffers.SearchValues<char> NameCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    [GeneratedRegex(@"\$(\{(?<name>\w+)(:?-[^}]*)?\}|(?<name>\w+))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable();
}
