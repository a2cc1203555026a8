"""The plans of this workspace on paper: a reader that knows no standard finds every element where it belongs."""




