namespace Gates.Policies.Engine;

/// <summary>The one place where positions leave the engine.</summary>
internal sealed class Positions(PolicySource source)
{
    /// <returns><see langword="null"/> when the position is in nothing that the policy's author wrote.</returns>
    public Location? At(Jint.Parser.Location? place) =>
        place is null ? null : new Location(source.Name, place.Start.Line, Column: place.Start.Column + 1);
}
