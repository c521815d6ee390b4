using System.Globalization;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline.Recognition;
using Gates.Policies;

namespace Gates.Pipeline.Waivers;

/// <summary>A decision of people to accept some findings until a day.</summary>
internal sealed record Waiver
{
    private PathFilter? filter;

    /// <value>The gate whose findings it covers.</value>
    public required string Gate { get; init; }

    /// <value>The only rule it covers; <see langword="null"/> means every rule of the gate.</value>
    public string? Rule { get; init; }

    /// <value>A glob over the findings' paths; with a short <see cref="Fingerprint"/> the finding's very path; <see langword="null"/> with a long one.</value>
    public string? Path { get; init; }

    /// <value>Exactly one finding; <see langword="null"/> when it covers those of a <see cref="Path"/>.</value>
    public string? Fingerprint { get; init; }

    public required string Reason { get; init; }

    /// <value>Who answers for it, as written; untrusted text.</value>
    public required string Owner { get; init; }

    public string? Ticket { get; init; }

    public required DateOnly Added { get; init; }

    /// <value>The last day (UTC) on which it holds.</value>
    public required DateOnly Expires { get; init; }

    /// <value>Where it stands in its file, from 1.</value>
    public int Line { get; init; }

    /// <value>A day as the file writes it.</value>
    public string ExpiresText => Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Whether it covers what another does, so that one of them is enough.</summary>
    public bool CoversTheSameAs(Waiver other) =>
        Gate == other.Gate && Fingerprint == other.Fingerprint && (IsOneFinding || (Rule == other.Rule && Path == other.Path));

    /// <summary>A fingerprint that means one finding by itself says all; its rule is there for readers.</summary>
    private bool IsOneFinding => Fingerprint is { } text && !new Recognition.Fingerprint(text).IsShort;

    /// <inheritdoc cref="WaiverPlaceholder.Is"/>
    public static bool IsPlaceholder(string text) => WaiverPlaceholder.Is(text);

    public bool IsExpired(DateOnly today) => today > Expires;

    /// <summary>
    /// Whether it is about this finding; whether it still holds is another question. A finding that stands for many names the first of their files only, so no
    /// path covers it.
    /// </summary>
    /// <param name="gateId">The gate.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="forms">Every form by which it may be meant.</param>
    public bool Covers(string gateId, Finding finding, IReadOnlyList<Fingerprint> forms)
    {
        if (gateId != Gate || (Rule is not null && finding.Rule != Rule))
        {
            return false;
        }

        return Fingerprint is { } print
            ? forms.Contains(print) && (Path is null || finding.Location?.Path == Path)
            : Path is not null && finding is { Count: 1, Location: { } location } && (filter ??= new PathFilter([Path], [])).Includes(location.Path);
    }
}
