namespace Gates.Formats.Settings;

/// <summary>A value that knows where it was written.</summary>
internal readonly record struct Placed<T>(T Value, Place Place);
