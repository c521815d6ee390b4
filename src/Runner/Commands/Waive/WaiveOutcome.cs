using Gates.Pipeline.Waivers;

namespace Gates.Runner.Commands.Waive;

/// <summary>What <c>gates waive</c> did.</summary>
/// <param name="Path">The waivers' file.</param>
/// <param name="Added">The new entry; <see langword="null"/> when entries were rewritten.</param>
/// <param name="MadeSalt">Whether the repository got its salt now.</param>
internal sealed record WaiveOutcome(string Path, Waiver? Added, bool MadeSalt)
{
    /// <value>How many entries have another fingerprint now.</value>
    public int Rewritten { get; init; }

    /// <value>The lines of entries that keep an older form, because none or several of today's findings have it.</value>
    public IReadOnlyList<int> Kept { get; init; } = [];
}
