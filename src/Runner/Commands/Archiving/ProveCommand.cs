using System.CommandLine;
using Gates.Attestation.Archive;
using Gates.Doors.ObjectStore;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Runner.Commands.Archiving;

/// <summary><c>gates archive verify</c>.</summary>
internal static class ProveCommand
{
    private static VerbHelp Help { get; } = new()
    {
        Holds = "Everything in the list is in the archive, as it was.",
        Fails = "Something is missing, or was changed.",
        Variables = [ArchiveOptions.Login, ArchiveOptions.Place, ArchiveOptions.Key],
        Examples = [new("gates archive verify --store s3://acme-evidence/shop --list list.json", "Read everything back and compare it with the list.")],
    };

    public static Command Create()
    {
        var names = new Argument<string[]>("NAME") { Description = "Names of the list (default: all).", Arity = ArgumentArity.ZeroOrMore };
        var options = new ArchiveOptions();
        var command = new Verb("verify", "Read what is archived, and compare it with the list; with the keys also what is sealed.", Help) { names };
        options.AddTo(command);
        command.SetAction(async (parsed, token) =>
        {
            using var keys = options.Keys(parsed);
            var wanted = GetCommand.Listed(options.List(parsed), parsed.GetValue(names) ?? []);
            using var store = await ArchiveStore.OpenAsync(options.Store(parsed), Environment.GetEnvironmentVariable, token);
            var reader = new ArchiveReader(store, keys);
            var wrong = 0;
            foreach (var one in wanted)
            {
                var problem = await reader.VerifyAsync(one, token);
                wrong += problem is null ? 0 : 1;
                var unseen = one.Key is not null && keys is null ? ", sealed: its content was not looked at" : "";
                ArchiveCommand.Line(Console.Out, problem is null ? $"{one.Name}  ok{unseen}" : $"WRONG {problem}");
            }

            var result = wrong == 0 ? "all as listed" : $"{Prose.Number(wrong)} not as listed";
            ArchiveCommand.Line(Console.Out, $"{Prose.Count(wanted.Count, "object")} of {store.Options.Address}: {result}");
            return (int)(wrong == 0 ? ExitCode.Holds : ExitCode.Fails);
        });
        return command;
    }
}
