using System.Text.Json;
using System.Text.Json.Serialization;
using Gates.Formats.Foundation;
using Gates.Formats.Settings;

namespace Gates.Pipeline.Facts.Prometheus;

/// <summary>An entry of <c>facts.prometheus</c>: a question, and how its answer is called. Its settable properties are its keys.</summary>
internal sealed class MetricQuery
{
    private const int MaxName = 64;
    private const int MaxText = 4_096;
    private const int MaxSteps = 11_000;
    private const int Steps = 100;

    [Option("How the policy finds the answer, such as error-rate.", Required = true)]
    public string Name { get; set; } = "";

    [Option("In PromQL, such as sum(rate(http_requests_total[5m])).", Required = true)]
    public string Query { get; set; } = "";

    [Option("How far back values are wanted; 0s for the value of now alone.", Max = 366 * 86_400)]
    public TimeSpan Range { get; set; }

    [Option("How far the values of a range are apart; 0s for a hundredth of it.", Max = 366 * 86_400)]
    public TimeSpan Step { get; set; }

    [Option("Whether there may be no answer: else a name that is misspelt would look like a quiet service.")]
    public bool Optional { get; set; }

    public static OptionClass Options { get; } = OptionClass.Of<MetricQuery>(MetricJson.Default);

    /// <value>How far values are apart, in effect.</value>
    [JsonIgnore]
    public TimeSpan Pace => Step > TimeSpan.Zero ? Step : TimeSpan.FromSeconds(Math.Max(1, Math.Round(Range.TotalSeconds / Steps)));

    /// <param name="text">As <see cref="Options"/> write it.</param>
    public static MetricQuery Read(string text)
    {
        using var json = JsonDocument.Parse(text);
        return (MetricQuery)Options.Create(json.RootElement);
    }

    /// <summary>What is wrong with it beyond the types of its values; <see langword="null"/> when nothing is.</summary>
    public string? Refuse() =>
        Name.Length is 0 or > MaxName || !char.IsAsciiLetter(Name[0]) || !Name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_')
            ? $"`name`: begins with a letter and holds letters, digits, - and _, at most {MaxName}"
        : Query.Length is 0 or > MaxText || Query.Any(sign => char.IsControl(sign) && sign is not '\n' and not '\t')
            ? $"`query`: holds 1 to {MaxText} characters of PromQL"
        : Step > TimeSpan.Zero && Range == TimeSpan.Zero ? "`step`: goes with `range`; without that only the value of now is asked for"
        : Range == TimeSpan.Zero ? null
        : Pace < TimeSpan.FromSeconds(1) || Pace > Range ? $"`step`: {Durations.Format(Pace)} is not between 1s and `range`"
        : Range / Pace > MaxSteps ? FormattableString.Invariant($"`step`: there would be more than {MaxSteps} values; use a longer one")
        : null;
}

/// <summary>What the JSON source generator knows of the keys of a query.</summary>
[JsonSerializable(typeof(MetricQuery), GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class MetricJson : JsonSerializerContext;
