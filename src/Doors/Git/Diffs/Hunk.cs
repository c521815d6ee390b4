namespace Gates.Doors.Git.Diffs;

/// <summary>Lines that stand for other lines, counted from 0.</summary>
/// <param name="OldStart">Where the old ones begin.</param>
/// <param name="OldCount">How many old lines go; 0 when lines were only added.</param>
/// <param name="NewStart">Where the new ones begin.</param>
/// <param name="NewCount">How many new lines come; 0 when lines were only removed.</param>
internal readonly record struct Hunk(int OldStart, int OldCount, int NewStart, int NewCount);
