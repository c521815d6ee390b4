namespace Gates.Attestation.Controls;

/// <summary>All that there was in the period, so that a sample can be drawn and nothing left out.</summary>
/// <param name="Prefix">What the names of the counted tags begin with, such as <c>v</c>.</param>
/// <param name="Year">The calendar year (UTC) that releases are counted in.</param>
/// <param name="Releases">The releases of the year up to this one, the first one first.</param>
/// <param name="Changes">The commits on the line of the release since the one before, the newest first; a merge counts once.</param>
internal sealed record ReleasePopulation(string Prefix, int Year, IReadOnlyList<string> Releases, IReadOnlyList<string> Changes);
