using Gates.BuiltIn;

namespace Gates.Runner.Typings;

/// <summary><c>gates.d.ts</c>: what every policy gets.</summary>
internal static class SharedTypes
{
    /// <value>Where it stands, seen from the folder that holds policies.</value>
    public const string Path = "types/gates.d.ts";

    private static readonly Lazy<string> Embedded = new(() => ShippedModules.Files.Text("policies/" + Path));

    public static string Text => Embedded.Value;
}
