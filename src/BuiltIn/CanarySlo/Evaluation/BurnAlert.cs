namespace Gates.BuiltIn.CanarySlo.Evaluation;

/// <summary>A pair of windows that both have to burn: the long one is evidence, the short one says that it still goes on.</summary>
/// <param name="Long">The long window.</param>
/// <param name="Short">The short one.</param>
/// <param name="Factor">The burn rate beyond which it is meant.</param>
/// <param name="Pages">Whether it is urgent.</param>
/// <param name="Burns">Whether both do; <see langword="null"/> without data.</param>
internal sealed record BurnAlert(string Long, string Short, double Factor, bool Pages, bool? Burns);
