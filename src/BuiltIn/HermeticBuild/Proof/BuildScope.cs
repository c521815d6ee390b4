using Gates.Doors.Docker;

namespace Gates.BuiltIn.HermeticBuild.Proof;

/// <summary>What a build is run with.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Version">Which it is.</param>
/// <param name="Mark">What everything carries that is made.</param>
/// <param name="Epoch">Seconds since 1970: the commit's time.</param>
internal sealed record BuildScope(DockerEngine Engine, DockerVersion Version, DockerMark Mark, long Epoch)
{
    /// <value>How far it is, in words.</value>
    public Action<string> Say { get; init; } = _ => { };

    public required TimeProvider Time { get; init; }

    /// <value>Another day, for the times of the sources in the second build.</value>
    public DateTimeOffset OtherDay => DateTimeOffset.FromUnixTimeSeconds(Epoch).AddDays(399).AddHours(11).AddMinutes(7);

    /// <value>Everybody's: east of it the day has begun, west of it the day before has not ended.</value>
    public static IReadOnlyList<string> Zones { get; } = ["GMT+12", "GMT-14"];
}

/// <summary>What builds images.</summary>
/// <param name="Title">In words, such as <c>Docker 28.2.2, the engine's own builder</c>.</param>
/// <param name="IsBuildKit">Whether it knows what BuildKit knows.</param>
/// <param name="Unlimited">What it cannot limit.</param>
/// <param name="BuildAsync">Builds; gives the reason when it failed.</param>
internal sealed record ImageBuilder(
    string Title,
    bool IsBuildKit,
    IReadOnlyList<string> Unlimited,
    Func<BuildOrder, Stream, Action<string>, CancellationToken, Task<string?>> BuildAsync);
