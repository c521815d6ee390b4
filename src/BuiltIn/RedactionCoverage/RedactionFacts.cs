using System.Text.Json.Serialization;

namespace Gates.BuiltIn.RedactionCoverage;

/// <summary>Everything that the gate saw. No value is part of it.</summary>
internal sealed record RedactionFacts
{
    public required IReadOnlyList<SampleFact> Samples { get; init; }

    public required IReadOnlyList<RuleFact> Rules { get; init; }

    /// <value>Places in samples whose values are in the output; the first ones.</value>
    public required IReadOnlyList<LeakFact> Leaks { get; init; }

    public required int LeakCount { get; init; }
}

/// <summary>One sample and what became of it.</summary>
/// <param name="Path">The sample.</param>
/// <param name="After">Where its output stands.</param>
/// <param name="Critical">Whether it decides.</param>
/// <param name="Output"><c>read</c>, <c>missing</c>, <c>empty</c> or <c>same</c>: not a byte differs.</param>
internal sealed record SampleFact(string Path, string After, bool Critical, string Output);

/// <summary>What became of the values of one rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Critical">Whether of the critical samples; others are counted apart.</param>
/// <param name="Detected">Different values in the samples, counted in each.</param>
/// <param name="Redacted">Those that are not in the output.</param>
/// <param name="Leaked">Those that are.</param>
internal sealed record RuleFact(string Rule, bool Critical, int Detected, int Redacted, int Leaked);

/// <summary>A place whose value came through.</summary>
internal sealed record LeakFact(string Rule, string Path, int Line, bool Critical);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RedactionFacts))]
internal sealed partial class RedactionFactsJson : JsonSerializerContext;
