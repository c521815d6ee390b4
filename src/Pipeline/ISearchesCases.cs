namespace Gates.Pipeline;

/// <summary>A gate that looks at the test cases of policies as well: a secret there leaks like anywhere else.</summary>
internal interface ISearchesCases;
