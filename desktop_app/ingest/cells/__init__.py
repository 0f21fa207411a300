"""What single cells and columns of cells say: NIK, dates, numbers, shares, words."""
