using System.Globalization;
using System.Text.Json;
using Gates.Doors.Jobs;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Pipeline.Facts.Run;

/// <summary>When and by what the run was started. It goes into the evidence, so that "at most 30 days ago" is judged the same way again.</summary>
internal sealed class RunContextFacts(IReadOnlyList<string> parts, GateServices? services) : IContextFacts
{
    public const string Kind = "run";

    public const string Time = "time";
    public const string Event = "event";
    public const string Branch = "branch";
    public const string Tag = "tag";

    /// <value>What a name of an environment variable begins with among the parts.</value>
    public const string Variable = "env.";

    private const string Target = "target";
    private const string Environment = "environment";

    private const int MaxValue = 1_000;

    private const string Heads = "refs/heads/";
    private const string Tags = "refs/tags/";

    /// <value>Words that names of secrets have: what a policy sees is kept.</value>
    private static readonly string[] Secret = ["TOKEN", "SECRET", "PASSWORD", "PASSWD", "CREDENTIAL", "PRIVATE", "APIKEY", "API_KEY", "_KEY", "_PAT"];

    private DateTimeOffset? started;

    /// <value>What can be asked for, beside variables.</value>
    public static IReadOnlyList<string> Parts { get; } = [Time, Event, Branch, Tag];

    public int Count => 1;

    public string Unit => "run";

    /// <summary>Why a part cannot be asked for, in words that follow it; <see langword="null"/> when it can.</summary>
    public static string? WhyNot(string part)
    {
        if (Parts.Contains(part, StringComparer.Ordinal))
        {
            return null;
        }

        if (!part.StartsWith(Variable, StringComparison.Ordinal))
        {
            return $"is no part of a run; valid: {string.Join(", ", Parts)}, and {Variable}NAME for an environment variable";
        }

        var name = part[Variable.Length..];
        if (name.Length is 0 or > 100 || char.IsAsciiDigit(name[0]) || !name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '_'))
        {
            return $"names no environment variable; write for example {Variable}STAGE";
        }

        return Array.Exists(Secret, word => name.Contains(word, StringComparison.OrdinalIgnoreCase))
            ? "has the name of a secret; what a policy sees is kept as evidence"
            : null;
    }

    /// <summary>The members that the facts have for some parts.</summary>
    public static IReadOnlyList<string> Members(IReadOnlyList<string> parts) =>
        [.. parts.SelectMany<string, string>(part =>
            part == Branch ? [Branch, Target] : [part.StartsWith(Variable, StringComparison.Ordinal) ? Environment : part])];

    public Task WriteAsync(GateContext context, Utf8JsonWriter facts, CancellationToken cancellationToken)
    {
        if (services is null)
        {
            throw new EvaluationException("`run` facts could not be had: nothing is known of a run here");
        }

        // The base is judged at the same time.
        started ??= services.Time.GetUtcNow();
        var job = JobEnvironment.Read(services.Variables);
        facts.WriteStartObject();
        if (Wants(Time))
        {
            facts.WriteString(Time, started.Value.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        }

        if (Wants(Event))
        {
            facts.WriteString(Event, job.EventName);
        }

        if (Wants(Branch))
        {
            facts.WriteString(Branch, job.IsPullRequest ? Named("GITHUB_HEAD_REF") : After(job.Ref, Heads));
            facts.WriteString(Target, job.IsPullRequest ? Named("GITHUB_BASE_REF") : null);
        }

        if (Wants(Tag))
        {
            facts.WriteString(Tag, After(job.Ref, Tags));
        }

        WriteVariables(facts);
        facts.WriteEndObject();
        return Task.CompletedTask;
    }

    private static string? After(string? name, string prefix) => name?.StartsWith(prefix, StringComparison.Ordinal) == true ? name[prefix.Length..] : null;

    private bool Wants(string part) => parts.Contains(part, StringComparer.Ordinal);

    private string? Named(string variable) => services!.Variables(variable) is { Length: > 0 } value ? Escape.Cut(value, MaxValue) : null;

    private void WriteVariables(Utf8JsonWriter facts)
    {
        var names = parts.Where(part => part.StartsWith(Variable, StringComparison.Ordinal)).Select(part => part[Variable.Length..])
            .Distinct(StringComparer.Ordinal).ToList();
        if (names.Count == 0)
        {
            return;
        }

        facts.WriteStartObject(Environment);
        foreach (var name in names)
        {
            facts.WriteString(name, Named(name));
        }

        facts.WriteEndObject();
    }
}
