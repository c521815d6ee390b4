using Gates.BuiltIn.HermeticBuild.Tools;
using Gates.Formats.Shell;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>The packages that <c>xargs</c> gives an installer: <c>echo requests | xargs pip install</c>, <c>xargs npm install -g &lt; tools</c>.</summary>
internal sealed class FedPackages(RepositoryFiles files)
{
    /// <summary>Stands for packages that the script does not tell.</summary>
    public const string Unknown = "NAME";

    /// <returns>The call with what it is fed, and where that comes from when it is not known; <see langword="null"/> when nothing is fed to it.</returns>
    public (Call Call, string? Origin)? Into(Call call, Script script)
    {
        var words = call.Invocation.Command.Words;
        var arguments = call.Invocation.Arguments;
        if (!words.Take(words.Count - arguments.Count).Any(word => Folders.NameOf(word.Text) == "xargs")
            || (arguments.Count > 0 && ProgramOptions.Of(call.Name).Contains(arguments[^1].Text, StringComparer.Ordinal)))
        {
            return null;
        }

        var pipeline = script.Pipelines.First(pipeline => pipeline.Commands.Contains(call.Invocation.Command, ReferenceEqualityComparer.Instance));
        var place = pipeline.Commands.ToList().FindIndex(command => ReferenceEquals(command, call.Invocation.Command));
        var before = pipeline.Commands.Take(place).ToList();
        var feeder = before.Count > 0 ? Invocation.From(before[^1]) : null;
        if (before.Select(Invocation.From).Any(command => command?.Name is "find" or "ls" or "fd" or "git"))
        {
            return null; // files that are there
        }

        var file = Sources(before, call.Invocation.Command).FirstOrDefault();
        var text = feeder?.Name is "echo" or "printf" ? string.Join(' ', feeder.Operands)
            : file is null ? null : files.TryRead(script.Folder ?? "", file) is { } read ? WithoutComments(read) : null;
        var fed = (text ?? Unknown).Replace("\\n", " ", StringComparison.Ordinal).Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !word.StartsWith('%')).Select(word => new ShellWord(word, call.Line, word.StartsWith('$'), []));
        var invocation = call.Invocation with { Arguments = [.. arguments.Where(word => word.Text is not ("{}" or "%")), .. fed] };
        return (Call.From(invocation), text is null ? file ?? feeder?.Name ?? "its input" : null);
    }

    private static IEnumerable<string> Sources(IReadOnlyList<ShellCommand> before, ShellCommand fed) =>
        before.Select(Invocation.From).OfType<Invocation>().Where(command => command.Name is "cat" or "grep" or "sed" or "sort" or "awk" or "head")
            .SelectMany(command => command.Operands.TakeLast(1)).Concat(before.Append(fed).SelectMany(command => command.Redirects)
                .Where(redirect => redirect.Operator == "<").Select(redirect => redirect.Target)).Select(word => word.Text);

    private static string WithoutComments(string text) => string.Join('\n', text.Split('\n').Select(line => line.Split('#')[0]));
}
