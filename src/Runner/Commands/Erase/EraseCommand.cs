using System.CommandLine;
using Gates.Attestation.Lifetime;
using Gates.Formats.Foundation;

namespace Gates.Runner.Commands.Erase;

/// <summary><c>gates erase</c>.</summary>
internal static class EraseCommand
{
    private static VerbHelp Help { get; } = new()
    {
        Holds = "It is erased and logged; in a dry run, it was shown.",
        Fails = "A legal hold keeps it; nothing was erased.",
        Variables = [Variable.EvidenceKey, Variable.LogKey, Variable.Token],
        Examples =
        [
            new("gates erase --person names.txt --basis \"GDPR Art. 17(1)(b)\" --dry-run", "Show what would go of a person."),
            new(
                "gates erase --basis \"GDPR Art. 17(1)(b)\" --by dpo.txt",
                "Ask for the person's names, erase what opens their commitments, and log a tombstone."),
            new("gates erase --file audit/2026/11/22/20261122T103000Z-drill-6f88998b7650acd9.file --basis \"GDPR Art. 17(1)(d)\" --by dpo.txt",
                "Erase a file of another tool; its digest stays."),
        ],
    };

    public static Command Create()
    {
        var (person, files, basis) = (Person(), Files(), Basis());
        var dryRun = new Option<bool>("--dry-run") { Description = "Show what would go, and change nothing." };
        var keepHistory = new Option<bool>("--keep-history")
        {
            Description = "With --file: leave the branch's older commits, where a ruleset forbids to replace them. They then still hold the file.",
        };
        var options = new LifetimeOptions();
        var command = new Verb("erase", "Erase personal data from the evidence, and log that.", Help) { person, files, basis, dryRun, keepHistory };
        options.AddTo(command);
        command.SetAction(async (parsed, token) =>
        {
            string[] paths = [.. (parsed.GetValue(files) ?? []).Where(path => path.Length > 0)];
            var why = parsed.Text(basis)?.Trim() is { Length: > 0 } text
                ? text
                : throw new UsageException("--basis is empty; say by which law or contract it is erased");
            var isDryRun = parsed.GetValue(dryRun);
            return (int)await new EraseSession(LifetimeOptions.Tools()).RunAsync(
                new EraseRequest
                {
                    Evidence = options.Evidence(parsed),
                    Key = options.Key(parsed),
                    Person = Values(parsed.Text(person), paths.Length > 0),
                    Files = paths,
                    LegalBasis = why,
                    By = isDryRun ? null : options.By(parsed),
                    IsDryRun = isDryRun,
                    KeepsHistory = parsed.GetValue(keepHistory),
                },
                token);
        });
        return command;
    }

    private static Option<string> Person() => new("--person")
    {
        Description = "A file with the person's logins, e-mail addresses and names as the evidence has them, one on each line; "
            + "- or neither this nor --file reads standard input. They never stand in a command line, which shells and systems remember.",
    };

    private static Option<string[]> Files() =>
        new("--file") { Description = "A file of another tool on an evidence branch, by its path (audit/….file); may be repeated." };

    private static Option<string> Basis() => new("--basis")
    {
        Description = "Why it must be erased, such as 'GDPR Art. 17(1)(b)'. It is signed and logged as it stands: name no person in it.",
        Required = true,
    };

    private static PersonValues Values(string? file, bool hasFiles)
    {
        if (file is not null and not "-")
        {
            return PersonValues.Read(LifetimeOptions.ReadFile("--person", file), "--person " + file);
        }

        if (file is null && hasFiles)
        {
            return PersonValues.Nobody;
        }

        if (!Console.IsInputRedirected)
        {
            Console.Error.WriteLine("The person's logins, e-mail addresses and names, one on each line; end with Ctrl-D:");
        }

        using var input = Console.OpenStandardInput();
        return PersonValues.Read(LifetimeOptions.Read(input, "standard input"), "standard input");
    }
}
