using System.CommandLine;
using System.Globalization;
using Gates.Attestation.Lifetime;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;

namespace Gates.Runner.Commands.Retention;

/// <summary><c>gates retention</c>: what may go of the evidence, and what must stay.</summary>
internal static class RetentionCommand
{
    private static VerbHelp ShowHelp { get; } = new()
    {
        Holds = "It was shown.",
        Variables = [Variable.Token],
        Examples = [new("gates retention show", "Until when each year is kept, and what blocks it.")],
    };

    private static VerbHelp DropHelp { get; } = new()
    {
        Holds = "The year is dropped.",
        Fails = "The year must stay.",
        Variables = [Variable.EvidenceKey, Variable.LogKey, Variable.Token],
        Examples = [new("gates retention drop 2022", "Delete a year's branch whose time is over, and log that.")],
    };

    private static VerbHelp HoldHelp { get; } = new()
    {
        Holds = "The hold is logged.",
        Variables = [Variable.EvidenceKey, Variable.LogKey, Variable.Token],
        Examples = [new("gates retention hold --reason \"case 17/2026\" --by counsel.txt --year 2022", "Keep a year until the hold is released.")],
    };

    private static VerbHelp ReleaseHelp { get; } = new()
    {
        Holds = "The hold has ended, and that is logged.",
        Variables = [Variable.EvidenceKey, Variable.LogKey, Variable.Token],
        Examples = [new("gates retention release 6f88998b7650 --reason \"case 17/2026 is closed\" --by counsel.txt", "End a hold.")],
    };

    /// <summary>Alone it shows, with what a bare command line means.</summary>
    public static Command Create()
    {
        var command = new Command("retention", "Show, hold and drop the evidence of past years; alone it shows.") { Show(), Drop(), Hold(), Release() };
        command.SetAction(async (parsed, token) => (int)await new RetentionSession(LifetimeOptions.Tools()).ShowAsync(
            new RetentionRequest { Evidence = new LifetimeOptions().Evidence(parsed) },
            token));
        return command;
    }

    private static Option<int> Years(string name) => new(name)
    {
        Description = "For how many years after its end a year's evidence is kept.",
        DefaultValueFactory = _ => RetentionRule.Usual.Years,
    };

    /// <exception cref="UsageException">It is no number of years.</exception>
    private static RetentionRule Rule(ParseResult parsed, Option<int> years)
    {
        var given = parsed.GetValue(years);
        return given is >= RetentionRule.Least and <= RetentionRule.Most
            ? new RetentionRule(given)
            : throw new UsageException(
                FormattableString.Invariant($"{years.Name} {given}: a number of years from {RetentionRule.Least} to {RetentionRule.Most} is wanted"));
    }

    private static Verb Show()
    {
        var (options, years) = (new LifetimeOptions(), Years("--years"));
        var command = new Verb("show", "Show until when each year is kept, what blocks it, and how to drop it.", ShowHelp) { years };
        options.AddUnnamedTo(command);
        command.SetAction(async (parsed, token) => (int)await new RetentionSession(LifetimeOptions.Tools()).ShowAsync(
            new RetentionRequest { Evidence = options.Evidence(parsed), Rule = Rule(parsed, years) },
            token));
        return command;
    }

    private static Verb Drop()
    {
        var (options, years) = (new LifetimeOptions(), Years("--years"));
        var year = new Argument<string>("YEAR") { Description = "The year, such as 2022." };
        var command = new Verb(
            "drop", "Delete the evidence branch of a year whose time is over, when the next year's log proves its end.", DropHelp) { year, years };
        options.AddUnnamedTo(command);
        command.SetAction(async (parsed, token) => (int)await new RetentionSession(LifetimeOptions.Tools()).DropAsync(
            new RetentionRequest { Evidence = options.Evidence(parsed), Key = options.Key(parsed), Rule = Rule(parsed, years) },
            Year(parsed.GetValue(year)!),
            token));
        return command;
    }

    private static Verb Hold()
    {
        var options = new LifetimeOptions();
        var reason = Reason();
        var held = new Option<string[]>("--year") { Description = "A year to keep; may be repeated (default: every year, also those to come)." };
        var command = new Verb("hold", "Place a legal hold: what it covers can neither be erased nor dropped.", HoldHelp) { reason, held };
        options.AddTo(command);
        command.SetAction(async (parsed, token) => (int)await new HoldSession(LifetimeOptions.Tools()).PlaceAsync(
            Request(parsed, options, reason),
            [.. (parsed.GetValue(held) ?? []).Where(text => text.Length > 0).Select(Year).Distinct().Order()],
            token));
        return command;
    }

    private static Verb Release()
    {
        var options = new LifetimeOptions();
        var (reason, id) = (Reason(), new Argument<string>("ID") { Description = "The hold, as `gates retention show` names it." });
        var command = new Verb("release", "End a legal hold.", ReleaseHelp) { id, reason };
        options.AddTo(command);
        command.SetAction(async (parsed, token) => (int)await new HoldSession(LifetimeOptions.Tools()).ReleaseAsync(
            Request(parsed, options, reason),
            parsed.GetValue(id)!,
            token));
        return command;
    }

    private static RetentionRequest Request(ParseResult parsed, LifetimeOptions options, Option<string> reason) => new()
    {
        Evidence = options.Evidence(parsed),
        Key = options.Key(parsed),
        By = options.By(parsed),
        Reason = parsed.Text(reason),
    };

    private static Option<string> Reason() => new("--reason") { Description = "Why; logged as a commitment.", Required = true };

    private static int Year(string text) => text.Length == 4
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is > 1970 and < 9000
        ? year
        : throw new UsageException($"{Say.Quote(text)} is not a year such as 2022");
}
