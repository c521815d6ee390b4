using System.CommandLine;
using System.Globalization;
using Gates.Attestation.Archive;
using Gates.Doors.ObjectStore;
using Gates.Formats.Foundation;

namespace Gates.Runner.Commands.Archiving;

/// <summary><c>gates archive list</c>.</summary>
internal static class ListedCommand
{
    private const int MaxObjects = 100_000;

    private static VerbHelp Help { get; } = new()
    {
        Holds = "The archive was shown; everything in the list is there.",
        Fails = "Something in the list is not there.",
        Variables = [ArchiveOptions.Login, ArchiveOptions.Place],
        Examples = [new("gates archive list --store s3://acme-evidence/shop", "What is there, and what the list says of it.")],
    };

    public static Command Create()
    {
        var options = new ArchiveOptions();
        var command = new Verb("list", "Show what is in the archive, beside what the list says; nothing is read.", Help);
        options.AddTo(command);
        command.SetAction(async (parsed, token) =>
        {
            var file = options.List(parsed);
            var list = file.Read();
            using var store = await ArchiveStore.OpenAsync(options.Store(parsed), Environment.GetEnvironmentVariable, token);
            var there = await store.ListAsync(MaxObjects, token);
            foreach (var one in there)
            {
                Line(one.Name, one.Size, list?.Find(one.Name) is { } listed ? State(one, listed) : "not in the list");
            }

            var missing = (list?.Objects ?? []).ExceptBy(there.Select(one => one.Name), one => one.Name, StringComparer.Ordinal).ToList();
            missing.ForEach(one => Line(one.Name, one.StoredSize, $"MISSING: {file.Path} has it"));
            return (int)(missing.Count == 0 ? ExitCode.Holds : ExitCode.Fails);
        });
        return command;
    }

    private static string State(StoredObject there, ArchivedObject listed) =>
        there.Size != listed.StoredSize
            ? string.Create(CultureInfo.InvariantCulture, $"in the list, with {listed.StoredSize} bytes")
            : string.Create(CultureInfo.InvariantCulture, $"in the list, read back {listed.Verified:yyyy-MM-dd}")
                + (listed.HeldUntil is { } until ? string.Create(CultureInfo.InvariantCulture, $", held until {until:yyyy-MM-dd}") : "");

    private static void Line(string name, long size, string state) =>
        ArchiveCommand.Line(Console.Out, string.Create(CultureInfo.InvariantCulture, $"{name}  {size} bytes  {state}"));
}
