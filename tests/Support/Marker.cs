namespace Support;

/// <summary>Marks the assembly.</summary>
public static class Marker
{
}
