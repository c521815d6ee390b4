using System.CommandLine;
using Gates.Attestation.Archive;
using Gates.Doors.Files;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Runner.Commands.Archiving;

/// <summary><c>gates archive</c>: packs and logs in a store of objects, for years.</summary>
internal static class ArchiveCommand
{
    private static VerbHelp KeyHelp { get; } = new()
    {
        Holds = "The key was added.",
        Examples = [new("gates archive key ~/gates-archive.key", "Make a key, or in another year a further one.")],
    };

    public static Command Create() => new("archive", "Keep packs and logs in a store of objects (S3).")
    {
        PutCommand.Create(),
        ListedCommand.Create(),
        GetCommand.Create(),
        ProveCommand.Create(),
        Key(),
    };

    public static void Line(TextWriter output, string text) => output.WriteLine(TerminalLine.Of(Escape.LogLine(Escape.OneLine(text))));

    private static Verb Key()
    {
        var file = new Argument<string>("FILE") { Description = "The file of keys; what is in it stays." };
        var command = new Verb("key", "Make a key that seals what is archived, and add it to a file.", KeyHelp) { file };
        command.SetAction((parsed, _) =>
        {
            var target = new FileInfo(Path.GetFullPath(parsed.GetValue(file)!));
            var place = new WholeFile(target.Directory!, target.Name, "gates archive key");
            var before = place.Read() ?? "";
            using var standing = before.Trim().Length > 0 ? ArchiveKeys.Parse(before, target.FullName) : null;
            using var key = ArchiveKey.Create(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
            place.Write(
                System.Text.Encoding.UTF8.GetBytes($"{before}{(before.Length > 0 && before[^1] != '\n' ? "\n" : "")}{key.ToLine()}\n"), isPrivate: true);
            var count = (standing?.All.Count ?? 0) + 1;
            var old = count > 1 ? ", and each of them opens what it sealed" : "";
            Line(Console.Out, $"{target.FullName}: {Prose.Count(count, "key")}; {key.Id} seals from now on{old}");
            Line(Console.Out, "Keep a copy apart from the store: without it nothing that is sealed can be read again.");
            return Task.FromResult((int)ExitCode.Holds);
        });
        return command;
    }
}
