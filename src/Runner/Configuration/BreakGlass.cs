namespace Gates.Runner.Configuration;

/// <summary>Who may let a pull request pass in an emergency, and for how long.</summary>
/// <param name="Label">What they put on the pull request.</param>
/// <param name="By"><c>@login</c> or <c>@org/team</c>.</param>
/// <param name="Days">How long it lasts after the label was put on.</param>
internal sealed record BreakGlass(string Label, IReadOnlyList<string> By, int Days)
{
    public const int DefaultDays = 3;
    public const int MaxDays = 7;
    public const int MaxBy = 20;
    public const int MaxLabelLength = 50;
    public const string ByPattern = "^@[A-Za-z0-9][A-Za-z0-9-]{0,99}(/[A-Za-z0-9_.-]{1,100})?$";
}
