using System.CommandLine;
using Gates.Attestation.Archive;
using Gates.Doors.ObjectStore;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Policies;
using Gates.Runner.Reports;

namespace Gates.Runner.Commands.Archiving;

/// <summary><c>gates archive get</c>.</summary>
internal static class GetCommand
{
    private static VerbHelp Help { get; } = new()
    {
        Holds = "The files were written; they are what the list says.",
        Fails = "A file is not what the list says; it was not written.",
        Variables = [ArchiveOptions.Login, ArchiveOptions.Place, ArchiveOptions.Key],
        Examples = [new("gates archive get --store s3://acme-evidence/shop packs/evidence-pack-v1.4.0.zip", "Fetch, open and check a pack.")],
    };

    public static Command Create()
    {
        var names = new Argument<string[]>("NAME") { Description = "Names of the list.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--out") { Description = "Where files are written (default: this folder)." };
        var options = new ArchiveOptions();
        var command = new Verb("get", "Fetch files of the archive, open them, and compare them with the list.", Help) { names, output };
        options.AddTo(command);
        command.SetAction(async (parsed, token) =>
        {
            using var keys = options.Keys(parsed);
            var folder = new DirectoryInfo(Path.GetFullPath(parsed.Text(output) ?? Environment.CurrentDirectory));
            OutputPlace.Demand("--out", folder.FullName, Environment.CurrentDirectory, Environment.GetEnvironmentVariable);
            var wanted = Listed(options.List(parsed), parsed.GetValue(names)!);
            using var store = await ArchiveStore.OpenAsync(options.Store(parsed), Environment.GetEnvironmentVariable, token);
            var reader = new ArchiveReader(store, keys);
            foreach (var one in wanted)
            {
                ArchiveCommand.Line(Console.Out, $"{await reader.GetAsync(one, folder, token)}  sha256 {one.Sha256}, as listed");
            }

            return (int)ExitCode.Holds;
        });
        return command;
    }

    /// <exception cref="UsageException">A name is not in the list.</exception>
    public static IReadOnlyList<ArchivedObject> Listed(ArchiveListFile file, IReadOnlyList<string> names)
    {
        var list = file.Demand();
        return names.Count == 0
            ? list.Objects
            : [.. names.Distinct(StringComparer.Ordinal).Select(name => list.Find(name)
                ?? throw new UsageException(
                    $"{Say.Quote(name)}: not in {file.Path}{Suggestion.Words(name, [.. list.Objects.Select(one => one.Name)])} "
                        + "`gates archive list` shows what is"))];
    }
}
