using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Gates.Formats.LoadPlans;

/// <summary>One request of a flow, and what is expected of its answer.</summary>
/// <param name="Name">The <c>name</c> tag of its samples.</param>
/// <param name="Method">In upper case.</param>
/// <param name="Url">The address; its scheme, host and port are fixed.</param>
internal sealed record LoadStep(string Name, string Method, TextTemplate Url)
{
    /// <value>The group that it is in; empty for none.</value>
    public string Group { get; init; } = "";

    public IReadOnlyList<(string Name, TextTemplate Value)> Headers { get; init; } = [];

    public TextTemplate? Body { get; init; }

    public string? ContentType { get; init; }

    /// <value>Default: k6's 60 s.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    public IReadOnlyList<KeyValuePair<string, string>> Tags { get; init; } = [];

    /// <value>Statuses that are no failure; empty for k6's 200 to 399.</value>
    public IReadOnlyList<(int From, int To)> Statuses { get; init; } = [];

    public IReadOnlyList<AnswerExpectation> Expectations { get; init; } = [];

    public IReadOnlyList<Extraction> Extractions { get; init; } = [];

    /// <value>Time to think after it, at least.</value>
    public TimeSpan ThinkFrom { get; init; }

    /// <value>Time to think after it, at most.</value>
    public TimeSpan ThinkTo { get; init; }

    /// <value>Whether somebody looks at the answer's body; otherwise it is read and dropped.</value>
    public bool NeedsBody => Extractions.Any(one => one.Source != ExtractionSource.Header)
        || Expectations.Any(one => one.Kind is ExpectationKind.BodyContains or ExpectationKind.BodyMatches or ExpectationKind.Json);

    /// <summary>A step is itself alone: it is looked up for every request.</summary>
    public bool Equals(LoadStep? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public bool Expects(int status) => Statuses.Count == 0 ? status is >= 200 and < 400 : Statuses.Any(range => status >= range.From && status <= range.To);
}

/// <summary>What an expectation looks at.</summary>
internal enum ExpectationKind
{
    Status,
    Header,
    BodyContains,
    BodyMatches,
    Json,
    Duration,
}

/// <summary>Something that an answer has to be; each is one of k6's checks.</summary>
/// <param name="Check">The check's name.</param>
/// <param name="Kind">What it looks at.</param>
/// <param name="Subject">The header's name or the path in JSON; empty for the others.</param>
/// <param name="Text">What is expected.</param>
internal sealed record AnswerExpectation(string Check, ExpectationKind Kind, string Subject, string Text)
{
    public Regex? Pattern { get; init; }

    /// <value>Of <see cref="ExpectationKind.Duration"/>.</value>
    public double MaxMilliseconds { get; init; }
}

/// <summary>Where a value of an answer is found.</summary>
internal enum ExtractionSource
{
    Json,
    Header,
    Regex,
}

/// <summary>A value of an answer that later requests of the iteration use.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Slot">Its place among the flow's values.</param>
/// <param name="Source">Where it is.</param>
/// <param name="Subject">The path, or the header's name.</param>
/// <param name="Check">The name of the check that it was there.</param>
internal sealed record Extraction(string Name, int Slot, ExtractionSource Source, string Subject, string Check)
{
    /// <value>Its first group, or all of it, is the value.</value>
    public Regex? Pattern { get; init; }
}
