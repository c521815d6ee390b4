namespace Acceptance.Tests.Actions;

internal sealed record ActionInput(string Description, string Default);
