using System.Globalization;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Pipeline.Waivers;

namespace Gates.Runner.Commands.Waive;

/// <summary>Checks what a command line says of an entry. Everything that is missing or wrong is named at once, with a command that would be right.</summary>
internal static class WaiveFlags
{
    private const int ExampleDays = 60;

    /// <returns>The last day.</returns>
    /// <param name="request">The command line.</param>
    /// <param name="file">The waivers' file, for its limit; <see langword="null"/> when there is none yet.</param>
    /// <param name="today">The day in UTC.</param>
    /// <exception cref="UsageException">Something is missing or wrong; a line each.</exception>
    public static DateOnly Check(WaiveRequest request, WaiverFile? file, DateOnly today)
    {
        var problems = new List<string>();
        if (request.Fingerprints.Count == 0 && (request.Gate is null || request.Path is null))
        {
            problems.Add("name findings by the first digits of their fingerprints (every report has them), or --gate with --path");
        }

        CheckSaid(problems, "--reason", request.Reason, "say why the findings are accepted");
        CheckSaid(problems, "--owner", request.Owner, "name who answers for it, such as @acme/docs");
        var day = ReadDay(problems, request.Expires, file, today);
        if (problems.Count == 0)
        {
            return day;
        }

        problems.Add("for example: " + Example(request, file, today));
        throw new UsageException(string.Join('\n', problems));
    }

    private static void CheckSaid(List<string> problems, string option, string? value, string advice)
    {
        if (value is null)
        {
            problems.Add($"{option} is missing; {advice}");
        }
        else if (Waiver.IsPlaceholder(value))
        {
            problems.Add($"{option} {Say.Quote(value)} {(string.IsNullOrWhiteSpace(value) ? "is empty" : "is a placeholder")}; {advice}");
        }
        else if (value.Length > WaiverReader.MaxTextLength)
        {
            problems.Add(string.Create(
                CultureInfo.InvariantCulture, $"{option} has {value.Length} characters; at most {WaiverReader.MaxTextLength} are possible"));
        }
    }

    private static DateOnly ReadDay(List<string> problems, string? text, WaiverFile? file, DateOnly today)
    {
        if (text is null)
        {
            problems.Add("--expires is missing; every waiver ends; write a day, such as " + Text(Later(file, today)));
            return default;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            problems.Add($"--expires {Say.Quote(text)} is not a date; write year-month-day, such as {Text(Later(file, today))}");
            return default;
        }

        var days = file?.MaxDays ?? WaiverReader.DefaultMaxDays;
        if (day < today)
        {
            problems.Add($"--expires {text} is past; today is {Text(today)} (UTC)");
        }
        else if (day > today.AddDays(days))
        {
            problems.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"--expires {text} is too far: {Limit(file, days)}, so the last possible day is {Text(today.AddDays(days))}"));
        }

        return day;
    }

    private static string Limit(WaiverFile? file, int days) => file is null
        ? string.Create(CultureInfo.InvariantCulture, $"a waiver lasts {days} days at most (`max-days` in {WaiverFile.DefaultPath} sets another limit)")
        : string.Create(CultureInfo.InvariantCulture, $"`max-days` of {Say.Path(file.Path)} is {days}");

    /// <summary>Only what cannot be taken for anything else by a shell is repeated.</summary>
    private static string Example(WaiveRequest request, WaiverFile? file, DateOnly today)
    {
        var prints = request.Fingerprints.Where(print => print.Length > 0 && print.All(c => char.IsAsciiLetterOrDigit(c) || c == ':')).ToList();
        var subject = prints.Count > 0 ? string.Join(' ', prints)
            : request.Fingerprints.Count == 0 && (request.Gate ?? request.Path) is not null ? "--gate dlp-scan --path \"docs/**\""
            : "3f9a20c1";
        return $"gates waive {subject} --reason \"Example of the guide, revoked\" --owner @acme/docs --expires {Text(Later(file, today))}";
    }

    private static DateOnly Later(WaiverFile? file, DateOnly today) => today.AddDays(Math.Min(ExampleDays, file?.MaxDays ?? ExampleDays));

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
